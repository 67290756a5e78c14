import * as z from 'zod/mini'
import { NewPassword } from '#domain/accounts/account-name.ts'
import { Session } from '../read-session.ts'

/** Chooses a password by a one-time code. It ends all sessions that the account had, and begins one. */
export const RedeemSignInCode = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  /** As it was typed. */
  code: z.string().check(z.minLength(1), z.maxLength(40)),
  password: NewPassword,
})
export type RedeemSignInCode = z.infer<typeof RedeemSignInCode>

export const RedeemSignInCodeAnswer = Session
export type RedeemSignInCodeAnswer = z.infer<typeof RedeemSignInCodeAnswer>
