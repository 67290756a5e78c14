import { Base64Url } from '../base/base64url.ts'
import { type Hasher, hashText } from '../base/hasher.ts'
import { KeyId, type MunicipalityId } from '../base/ids.ts'
import type { Instant } from '../time/instant.ts'
import { type KeySet, findKey } from './key-set.ts'
import { type TrustTools, statementBytes } from './signatures.ts'

/** What an answer is signed over. It is bound to one request by path and nonce, and is never stored. */
export type AnswerPlace = {
  municipality: MunicipalityId
  path: string
  /** The request's random value. */
  nonce: string
  body: string
}

/** The signature of an answer as it travels in a header: key id and signature, with a dot between. */
export type AnswerSignature = { keyId: KeyId; signature: Base64Url }

export async function answerBytes(
  { municipality, path, nonce, body }: AnswerPlace,
  kid: KeyId,
  hasher: Hasher,
): Promise<Uint8Array<ArrayBuffer>> {
  const bodyHash = await hashText(body, hasher)
  const about = { kind: 'answer', v: 1, municipality, world: '*', kid } as const
  return statementBytes({ ...about, path, nonce, bodyHash }, hasher)
}

export function writeAnswerSignature({ keyId, signature }: AnswerSignature): string {
  return `${keyId}.${signature}`
}

/** Null for a header that is no signature. */
export function readAnswerSignature(header: string | null): AnswerSignature | null {
  const [id, text, rest] = header?.split('.') ?? []
  const keyId = KeyId.safeParse(id)
  const signature = Base64Url.safeParse(text)
  if (rest !== undefined || !keyId.success || !signature.success) return null
  return { keyId: keyId.data, signature: signature.data }
}

/** `unknownKey`: the device may have an older key set than the server. */
export async function checkAnswer(
  place: AnswerPlace,
  { keyId, signature }: AnswerSignature,
  { keySet, now }: { keySet: KeySet; now: Instant },
  { signatures, hasher }: TrustTools,
): Promise<'signed' | 'unknownKey' | 'forged'> {
  const key = findKey(keySet.signing, keyId, keySet, now)
  if (key === null) return 'unknownKey'
  const bytes = await answerBytes(place, keyId, hasher)
  return (await signatures.isSignedBy(key, signature, bytes)) ? 'signed' : 'forged'
}
