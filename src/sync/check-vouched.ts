import type { ServerTrust } from '#domain/trust/server-trust.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { checkAnswer, readAnswerSignature } from '#domain/trust/signed-answer.ts'
import type { Clock } from './clock.ts'
import type { OurAnswer } from './http-answer.ts'

/**
 * Whether the answer carries the server's signature over path, nonce and body. Without it, whoever stands on the line
 * could answer with what another device was told, or with what this one was told before.
 */
export async function checkVouched(
  { path, nonce, body, signature: header }: OurAnswer,
  { trust, clock, signatures, hasher }: { trust: ServerTrust; clock: Clock } & TrustTools,
): Promise<'signed' | 'unknownKey' | 'forged'> {
  const known = await trust.find()
  const signature = readAnswerSignature(header)
  if (known === null || signature === null) return 'forged'
  const { municipality, keySet } = known
  const place = { municipality, path, nonce, body }
  return checkAnswer(place, signature, { keySet, now: clock.now() }, { signatures, hasher })
}
