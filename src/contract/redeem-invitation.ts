import * as z from 'zod/mini'
import { Session } from './read-session.ts'

/** Creates the first administrator of an empty server, with the one-time link that the server prints. */
export const RedeemInvitation = z.object({
  /** The part of the link after `#`. */
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  municipalityName: z.string().check(z.minLength(1), z.maxLength(100)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(12), z.maxLength(1000)),
})
export type RedeemInvitation = z.infer<typeof RedeemInvitation>

/** The new administrator is signed in at once. */
export const RedeemInvitationAnswer = Session
export type RedeemInvitationAnswer = z.infer<typeof RedeemInvitationAnswer>
