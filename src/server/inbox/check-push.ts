import { type PushEntries, pushBytes } from '#contract/push-entries.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Credential, PublicKey } from '#domain/entries/credential.ts'
import { type SealedEntry, entryHash, headerBytes } from '#domain/entries/entry.ts'
import { type Hasher, hashText } from '#domain/base/hasher.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import { sealedHash } from '#domain/entries/sealing.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import type { QuarantineReason } from '../base/inbox-entry.ts'
import type { PushRate } from './push-rate.ts'

/** Verifies signatures, and finds the server's own keys by id. */
export interface CredentialCheck extends SignatureCheck {
  /** Finds a key that this server has ever vouched with; null for any other key, and for one that was revoked before `at`. */
  findServerKey(keyId: string, at: Instant): Promise<PublicKey | null>
}

export type Checks = {
  signatures: CredentialCheck
  hasher: Hasher
  municipality: MunicipalityId
  rate: PushRate
}

export type CheckedAuthor = {
  employeeId: EmployeeId
  publicKey: PublicKey
  /** When the server vouched for her key on this device: she heard then what she has. */
  issuedAt: Instant
  /** When the first of the two credentials, hers and the device's, ends. */
  expiresAt: Instant
}

export type CheckedEntry = {
  entry: SealedEntry
  bytesHash: string
  entryHash: string
  /** The author whose signature counts; null when only the device signed. */
  author: CheckedAuthor | null
  /** Null when all checks that are possible without opening the entry have passed. */
  reason: QuarantineReason | null
}

export type PushRefusal =
  | { kind: 'unknownDevice' }
  | { kind: 'notAllowed' }
  | { kind: 'busy'; retryAfterSeconds: number }

/**
 * Checks the signatures of a push before any lock is taken, because that is slow: first the two of the device, which
 * say who sends, then whether it sends too much, and only then the up to three of each entry.
 */
export async function checkPush(
  push: PushEntries,
  checks: Checks,
): Promise<Result<CheckedEntry[], PushRefusal>> {
  const { subject } = push.device
  if (subject.kind !== 'device' || !(await isVouchedFor(push.device, checks))) {
    return refused({ kind: 'unknownDevice' })
  }
  const bytes = pushBytes(push, checks.hasher)
  if (!(await checks.signatures.isSignedBy(subject.publicKey, push.signature, bytes))) {
    return refused({ kind: 'notAllowed' })
  }
  const wait = checks.rate.admit(subject.deviceId, push.entries.length + push.authors.length)
  if (wait !== null) return refused({ kind: 'busy', retryAfterSeconds: wait })
  return accepted(await checkEntries(push, checks))
}

/** Checks entries of a device that is vouched for by the signatures that each of them carries, in their order. */
export async function checkEntries(
  line: Pick<PushEntries, 'device' | 'authors' | 'entries'>,
  checks: Omit<Checks, 'rate'>,
): Promise<CheckedEntry[]> {
  const authors = await authorsByKeyId(line, checks)
  const inOrder = line.entries.toSorted((a, b) => a.header.n - b.header.n)
  return Promise.all(inOrder.map((entry) => checkEntry(entry, line.device, authors, checks)))
}

export async function isVouchedFor(
  credential: Credential,
  checks: Omit<Checks, 'rate'>,
): Promise<boolean> {
  if (credential.subject.municipality !== checks.municipality) return false
  const key = await checks.signatures.findServerKey(
    credential.subject.kid,
    credential.subject.issuedAt,
  )
  if (key === null) return false
  const bytes = checks.hasher.utf8(canonicalJson(credential.subject))
  return checks.signatures.isSignedBy(key, credential.signature, bytes)
}

async function authorsByKeyId(
  push: Pick<PushEntries, 'device' | 'authors'>,
  checks: Omit<Checks, 'rate'>,
): Promise<ReadonlyMap<string, CheckedAuthor>> {
  const authors = new Map<string, CheckedAuthor>()
  const device = push.device.subject
  for (const author of push.authors) {
    const { subject } = author
    if (subject.kind !== 'author' || subject.deviceId !== device.deviceId) continue
    if (!(await isVouchedFor(author, checks))) continue
    const { employeeId, publicKey, issuedAt } = subject
    const isFirst = device.kind !== 'device' || subject.expiresAt < device.expiresAt
    const expiresAt = isFirst ? subject.expiresAt : device.expiresAt
    authors.set(subject.keyId, { employeeId, publicKey, issuedAt, expiresAt })
  }
  return authors
}

async function checkEntry(
  entry: SealedEntry,
  device: Credential,
  authors: ReadonlyMap<string, CheckedAuthor>,
  checks: Omit<Checks, 'rate'>,
): Promise<CheckedEntry> {
  const { header } = entry
  const author = header.authorKeyId === null ? null : (authors.get(header.authorKeyId) ?? null)
  return {
    entry,
    bytesHash: await hashText(canonicalJson(entry), checks.hasher),
    entryHash: await entryHash(header, checks.hasher),
    author,
    reason: await quarantineReason(entry, device, author?.publicKey ?? null, checks),
  }
}

async function quarantineReason(
  entry: SealedEntry,
  device: Credential,
  authorKey: PublicKey | null,
  { signatures, hasher, municipality }: Omit<Checks, 'rate'>,
): Promise<QuarantineReason | null> {
  const { header, deviceSignature, authorSignature } = entry
  if (header.municipality !== municipality) return 'wrongMunicipality'
  if (header.deviceId !== device.subject.deviceId) return 'wrongDevice'
  if (header.sealedHash !== (await sealedHash(entry, hasher))) return 'alteredContent'
  const bytes = headerBytes(header, hasher)
  if (!(await signatures.isSignedBy(device.subject.publicKey, deviceSignature, bytes))) {
    return 'wrongDeviceSignature'
  }
  if (header.authorKeyId === null) return null
  if (authorKey === null) return 'unknownAuthor'
  const isAuthors =
    authorSignature !== null && (await signatures.isSignedBy(authorKey, authorSignature, bytes))
  return isAuthors ? null : 'wrongAuthorSignature'
}
