import type { ResumeSession, StartResuming } from '#contract/resume-session.ts'
import type { Credential, PublicKey } from '#domain/entries/credential.ts'
import type { KeyId } from '#domain/base/ids.ts'
import { type SessionPlace, sessionProofBytes } from '#domain/trust/session-proof.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type Checks, isVouchedFor } from './check-push.ts'

type NamedKey = { keyId: KeyId; publicKey: PublicKey }

export type SessionKeys = SessionPlace & { device: NamedKey; author: NamedKey }

/**
 * Whose keys a session is asked for with, and on which device: by two credentials of this server for the same device,
 * neither of which has expired. Null otherwise.
 */
export async function keysOfSession(
  { device, author }: StartResuming,
  now: Instant,
  checks: Omit<Checks, 'rate'>,
): Promise<SessionKeys | null> {
  const [first, second] = [device.subject, author.subject]
  if (first.kind !== 'device' || second.kind !== 'author') return null
  if (first.deviceId !== second.deviceId) return null
  if (first.expiresAt <= now || second.expiresAt <= now) return null
  const isVouched = (credential: Credential) => isVouchedFor(credential, checks)
  if (!(await isVouched(device)) || !(await isVouched(author))) return null
  return {
    municipality: checks.municipality,
    employeeId: second.employeeId,
    deviceId: first.deviceId,
    device: { keyId: first.keyId, publicKey: first.publicKey },
    author: { keyId: second.keyId, publicKey: second.publicKey },
  }
}

/** Whether device and author have signed the nonce, for this employee on this device. */
export async function isProvenSession(
  { nonce, deviceSignature, authorSignature }: ResumeSession,
  keys: SessionKeys,
  { signatures, hasher }: Pick<Checks, 'signatures' | 'hasher'>,
): Promise<boolean> {
  const bytes = sessionProofBytes(keys, nonce, hasher)
  const proofs = await Promise.all([
    signatures.isSignedBy(keys.device.publicKey, deviceSignature, bytes),
    signatures.isSignedBy(keys.author.publicKey, authorSignature, bytes),
  ])
  return proofs.every(Boolean)
}
