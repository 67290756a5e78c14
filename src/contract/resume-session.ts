import * as z from 'zod/mini'
import { Base64Url } from '#domain/base/base64url.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import { Credential } from '#domain/entries/credential.ts'
import { Session } from './read-session.ts'

/**
 * Asks to go on with a session that has ended in this browser, most often because a colleague signed in. Both credentials
 * are those of the device that asks; the author is the employee who has unlocked it.
 */
export const StartResuming = z.object({ device: Credential, author: Credential })
export type StartResuming = z.infer<typeof StartResuming>

/** The nonce is valid once, for ten minutes. */
export const StartResumingAnswer = z.object({
  municipality: MunicipalityId,
  nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
})
export type StartResumingAnswer = z.infer<typeof StartResumingAnswer>

export const ResumeSession = z.object({
  device: Credential,
  author: Credential,
  /** From `StartResumingAnswer`. */
  nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** ES256 by the device's and by the author's key over `sessionProofBytes` (`domain/trust/session-proof.ts`). */
  deviceSignature: Base64Url,
  authorSignature: Base64Url,
})
export type ResumeSession = z.infer<typeof ResumeSession>

/** As after a sign-in; the answer sets the session's cookie. */
export const ResumeSessionAnswer = Session
export type ResumeSessionAnswer = z.infer<typeof ResumeSessionAnswer>
