import * as z from 'zod/mini'
import { DeviceRequestId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'

/** diskFull: the database has no room left. writeFailed: it could not write, or is a read-only copy at the moment. */
export const CannotStore = z.enum(['diskFull', 'writeFailed'])
export type CannotStore = z.infer<typeof CannotStore>

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
    'awaitingApproval',
    'deviceRejected',
    'tooManyDevices',
    'notFound',
    'changedMeanwhile',
    'busy',
    'fault',
  ]),
  /** One sentence in Norwegian that says what to do. */
  text: z.string(),
  retryAfterSeconds: z.optional(z.int()),
  /** With `busy`: the server answers and cannot store anything. */
  cannotStore: z.optional(CannotStore),
  /** With `awaitingApproval`: what the leader finds on her list. */
  waiting: z.optional(z.object({ id: DeviceRequestId, requestedAt: Instant })),
})
export type ServerRefusal = z.infer<typeof ServerRefusal>
