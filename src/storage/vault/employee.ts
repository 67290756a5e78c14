import * as z from 'zod/mini'
import type { Hasher } from '#domain/base/hasher.ts'
import { type DeviceId, type EmployeeId, KeyId } from '#domain/base/ids.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { EmployeeRow } from '../databases/outbox-database.ts'
import { type Sealed, aesOpen, aesOpenJson, aesSeal, aesSealJson, isSealed } from '../crypto/aes.ts'
import {
  type EmployeeSubkeys,
  newDeviceSecret,
  subkeysOf,
  unwrapWithCode,
  wrapWithCode,
} from '../crypto/employee-key.ts'
import { importRecipientPair, newRecipientPair } from '#sealing/hpke.ts'
import type { DerivationCost } from '../crypto/key-derivation.ts'
import { type PinnedTrust, openTrust, sealTrust } from '../unlocked/pinned-trust.ts'
import { noPins, pinsOf } from '../unlocked/pins.ts'
import { findCodeWrap, type Wrap, type WrapLimits } from '../crypto/wrap.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { importAuthorKey, isPair, newAuthorKey } from '../crypto/signing-key.ts'
import { EmployeeProfile } from '#domain/vault/employee-profile.ts'

/** Makes all keys that an employee has on this device; the private ones are sealed under her own key. */
export async function newEmployee(
  profile: EmployeeProfile,
  by: {
    code: string
    deviceId: DeviceId
    name: Sealed
    trust: PinnedTrust
    cost: DerivationCost
    hasher: Hasher
  },
): Promise<EmployeeRow> {
  const { employeeId } = profile.author
  const deviceSecret = await newDeviceSecret()
  const employeeKey = crypto.getRandomValues(new Uint8Array(32))
  const { code, deviceId, cost } = by
  const wrap = await wrapWithCode(employeeKey, { code, deviceSecret, employeeId, deviceId, cost })
  const { identity } = await subkeysOf(employeeKey)
  employeeKey.fill(0)
  const recipient = await newRecipientPair()
  const author = await newAuthorKey()
  return {
    id: employeeId,
    v: 1,
    name: by.name,
    deviceSecret,
    wraps: [wrap],
    recipient: {
      publicKey: recipient.publicKey,
      privateKey: await sealPrivate(identity, recipient.privateBytes, employeeId, 'recipient'),
      credential: null,
    },
    author: {
      keyId: await keyIdOf(author.publicKey, by.hasher),
      publicKey: author.publicKey,
      privateKey: await sealPrivate(identity, author.privateBytes, employeeId, 'author'),
    },
    profile: await sealProfile(identity, profile),
    trust: await sealTrust(identity, employeeId, by.trust),
  }
}

/** What a code is tried on. It is read from an employee's row before a try is taken. */
export type Envelope = { row: EmployeeRow; wrap: Wrap; deviceSecret: CryptoKey }
/** Her keys, before it is known how often she was locked. */
export type OpenKeys = Omit<OpenEmployee, 'lockCount'>

/**
 * Reads what a code is tried on. `keysAltered`: the wrap is gone, or asks for what this app never
 * asked for. `keysNotKept`: the browser did not keep the device's half.
 */
export function readEnvelope(
  row: EmployeeRow,
  limits: WrapLimits,
): Envelope | 'keysAltered' | 'keysNotKept' {
  const { deviceSecret } = row
  if (deviceSecret === null || !isKey(deviceSecret)) return 'keysNotKept'
  const wrap = findCodeWrap(row.wraps, limits)
  const isWhole = SealedKeys.safeParse(row).success && deviceSecret.usages.includes('sign')
  return wrap === null || !isWhole ? 'keysAltered' : { row, wrap, deviceSecret }
}

const maxSealedBytes = 64 * 1024
const sealedBytes = z.custom<Sealed>((value) => isSealed(value, maxSealedBytes))
const SealedKeys = z.object({
  recipient: z.object({ publicKey: PublicKey, privateKey: sealedBytes }),
  author: z.object({ keyId: KeyId, publicKey: PublicKey, privateKey: sealedBytes }),
  profile: sealedBytes,
  trust: sealedBytes,
})

/** After too many wrong codes neither half of what opens her key is left. */
export function isErased({ deviceSecret, wraps }: EmployeeRow): boolean {
  return deviceSecret === null && Array.isArray(wraps) && wraps.length === 0
}

/** Opens an employee's keys and uses each of them once. `unusable`: they do not open, even with the right code. */
export async function openEmployee(
  { row, wrap, deviceSecret }: Envelope,
  code: string,
  unwrap = unwrapWithCode,
): Promise<OpenKeys | 'wrongCode' | 'unusable'> {
  const employeeKey = await unwrap(wrap, { code, deviceSecret, employeeId: row.id })
  if (employeeKey === null) return 'wrongCode'
  const keys = await subkeysOf(employeeKey)
  employeeKey.fill(0)
  return (await openPrivateKeys(row, keys)) ?? 'unusable'
}

export function sealProfile(identity: CryptoKey, profile: EmployeeProfile): Promise<Sealed> {
  return aesSealJson(identity, profile, aboutPrivate(profile.author.employeeId, 'profile'))
}

async function openPrivateKeys(row: EmployeeRow, keys: EmployeeSubkeys): Promise<OpenKeys | null> {
  const { id: employeeId } = row
  const { identity } = keys
  const about = (what: string) => aboutPrivate(employeeId, what)
  const recipient = await aesOpen(identity, row.recipient.privateKey, about('recipient'))
  const author = await aesOpen(identity, row.author.privateKey, about('author'))
  const profile = EmployeeProfile.safeParse(
    await aesOpenJson(identity, row.profile, about('profile')),
  )
  const trust = await openTrust(identity, employeeId, row.trust)
  if (recipient === null || author === null || !profile.success || trust === null) return null
  const imported = await importKeys(row, { recipient, author })
  if (imported === null) return null
  const { authorKey, pair, publicKey } = imported
  recipient.fill(0)
  author.fill(0)
  return {
    employeeId,
    profile: profile.data,
    keys,
    recipient: pair,
    publicKey,
    author: { keyId: row.author.keyId, key: authorKey },
    trust,
    pins: pinsOf(noPins),
    streamKeys: new Map(),
  }
}

/**
 * Null when the author's public key was changed: it is not on the curve, or not the private key's other half. The
 * recipient's is not read, but computed.
 */
async function importKeys(
  row: EmployeeRow,
  bytes: { recipient: Uint8Array<ArrayBuffer>; author: Uint8Array<ArrayBuffer> },
): Promise<{ authorKey: CryptoKey; pair: CryptoKeyPair; publicKey: PublicKey } | null> {
  try {
    const authorKey = await importAuthorKey(bytes.author)
    if (!(await isPair(authorKey, row.author.publicKey))) return null
    const { pair, publicKey } = await importRecipientPair(bytes.recipient)
    return { authorKey, pair, publicKey }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return null
    throw error
  }
}

/** Guards against browsers that return a stored key as null or as a plain object. */
export function isKey(value: unknown): value is CryptoKey {
  return value instanceof CryptoKey
}

function sealPrivate(
  identity: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  employeeId: EmployeeId,
  what: string,
): Promise<Sealed> {
  const sealed = aesSeal(identity, bytes, aboutPrivate(employeeId, what))
  return sealed.finally(() => bytes.fill(0))
}

function aboutPrivate(employeeId: EmployeeId, what: string): string {
  return `beredt/${what}/1/${employeeId}`
}
