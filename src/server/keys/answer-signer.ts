import { type AnswerPlace, answerBytes, writeAnswerSignature } from '#domain/trust/signed-answer.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { KeyRing } from './key-ring.ts'
import { statementSigner } from './statement-signer.ts'

/** Signs whole answers with the key in use; answers the value of the header that they travel with. */
export function answerSigner(keys: KeyRing): (place: AnswerPlace) => Promise<string> {
  return async (place) => {
    const { keyId, sign } = statementSigner(keys.current().signing)
    const signature = await sign(await answerBytes(place, keyId, nodeHasher))
    return writeAnswerSignature({ keyId, signature })
  }
}
