import type { Credential, CredentialSubject, PublicKey } from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import { type KeySet, findKey } from '#domain/trust/key-set.ts'
import { type TrustTools, statementBytes } from '#domain/trust/signatures.ts'

/** True when a key of the key set signed the credential, and it names its public key rightly. */
export async function isVouchedFor(
  { subject, signature }: Credential,
  keySet: KeySet,
  { signatures, hasher }: TrustTools,
): Promise<boolean> {
  const key = findKey(keySet.credentials, subject.kid, keySet, subject.issuedAt)
  if (key === null || (await keyIdOf(subject.publicKey, hasher)) !== subject.keyId) return false
  return signatures.isSignedBy(key, signature, statementBytes(subject, hasher))
}

/** True when the credential says so of this very key. */
export function isAbout(
  { subject }: Credential,
  what: Pick<CredentialSubject, 'kind' | 'municipality' | 'deviceId'> & {
    publicKey: PublicKey
    employeeId?: string
  },
): boolean {
  const employeeId = subject.kind === 'device' ? undefined : subject.employeeId
  return (
    subject.kind === what.kind &&
    subject.municipality === what.municipality &&
    subject.deviceId === what.deviceId &&
    subject.publicKey.x === what.publicKey.x &&
    subject.publicKey.y === what.publicKey.y &&
    employeeId === what.employeeId
  )
}
