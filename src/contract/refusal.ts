import * as z from 'zod/mini'

/** The answer to a refused request, with a 4xx or 503 status; `text/nb/` has a sentence for each kind. */
export const ServerRefusal = z.object({
  kind: z.enum([
    'unreadable',
    'tooLarge',
    'wrongProtocol',
    'signInNeeded',
    'signInAgain',
    'wrongSignIn',
    'tooManyTries',
    'hourlyLimit',
    'notAllowed',
    'unknownDevice',
    'notFound',
    'changedMeanwhile',
    'busy',
    'fault',
  ]),
  /** One sentence in Norwegian that says what to do. */
  text: z.string(),
  retryAfterSeconds: z.optional(z.int()),
})
export type ServerRefusal = z.infer<typeof ServerRefusal>
