import * as z from 'zod/mini'
import { MunicipalityId } from '#domain/base/ids.ts'
import { SignedKeySet } from '#domain/trust/key-set.ts'

/** Begins an enrolment of the signed-in employee. The nonce is valid once, for ten minutes. */
export const StartEnrolmentAnswer = z.object({
  municipality: MunicipalityId,
  nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** The device pins its root: by the thumbprint that the employee brought with her, or unconfirmed. */
  keySet: SignedKeySet,
})
export type StartEnrolmentAnswer = z.infer<typeof StartEnrolmentAnswer>
