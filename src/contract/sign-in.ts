import * as z from 'zod/mini'
import { Session } from './read-session.ts'

/** Signs in with a local account. The answer sets the session's cookie, which no script can read. */
export const SignIn = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(1), z.maxLength(1000)),
})
export type SignIn = z.infer<typeof SignIn>

export const SignInAnswer = Session
export type SignInAnswer = z.infer<typeof SignInAnswer>
