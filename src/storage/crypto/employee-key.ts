import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { aesOpen, aesSeal } from './aes.ts'
import { type DerivationCost, bytesFromCode, floorCost } from './key-derivation.ts'
import type { Wrap } from './wrap.ts'

/** The keys that are derived from the employee key. None of them can be exported. */
export type EmployeeSubkeys = {
  /** Her private keys, her profile. */
  identity: CryptoKey
  drafts: CryptoKey
  /** Her readable copies of what she signed. */
  ownCopies: CryptoKey
  /** What she has verified, and the keys of what she is staging. */
  pins: CryptoKey
}

const encoder = new TextEncoder()

/** Makes the half of a wrapping key that is stored in the browser: it can be used and not exported. */
export function newDeviceSecret(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

type WrappedBy = {
  code: string
  deviceSecret: CryptoKey
  employeeId: EmployeeId
  deviceId: DeviceId
}

/** Wraps the employee key. A phone that does not have the memory for `cost` uses `floorCost`. */
export async function wrapWithCode(
  employeeKey: Uint8Array<ArrayBuffer>,
  by: WrappedBy & { cost: DerivationCost },
): Promise<Wrap> {
  try {
    return await wrapAtCost(employeeKey, by, by.cost)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return wrapAtCost(employeeKey, by, floorCost)
  }
}

async function wrapAtCost(
  employeeKey: Uint8Array<ArrayBuffer>,
  by: WrappedBy,
  { memoryKiB, iterations }: DerivationCost,
): Promise<Wrap> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const derivation = { algorithm: 'argon2id', memoryKiB, iterations, salt } as const
  const place = { kind: 'code', deviceId: by.deviceId, derivation } as const
  const wrappingKey = await deriveWrappingKey(by.code, by.deviceSecret, by.employeeId, place)
  return { ...place, key: await aesSeal(wrappingKey, employeeKey, about(by.employeeId, place)) }
}

/** Null when the code is wrong. The caller wipes the bytes. */
export async function unwrapWithCode(
  wrap: Wrap,
  by: { code: string; deviceSecret: CryptoKey; employeeId: EmployeeId },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const wrappingKey = await deriveWrappingKey(by.code, by.deviceSecret, by.employeeId, wrap)
  return aesOpen(wrappingKey, wrap.key, about(by.employeeId, wrap))
}

export async function subkeysOf(employeeKey: Uint8Array<ArrayBuffer>): Promise<EmployeeSubkeys> {
  const base = await crypto.subtle.importKey('raw', employeeKey, 'HKDF', false, ['deriveKey'])
  return {
    identity: await hkdf(base, 'beredt/identity/1'),
    drafts: await hkdf(base, 'beredt/drafts/1'),
    ownCopies: await hkdf(base, 'beredt/own-copies/1'),
    pins: await hkdf(base, 'beredt/pins/1'),
  }
}

async function deriveWrappingKey(
  code: string,
  deviceSecret: CryptoKey,
  employeeId: EmployeeId,
  place: Omit<Wrap, 'key'>,
): Promise<CryptoKey> {
  const fromCode = await bytesFromCode(code, place.derivation)
  const fromDevice = new Uint8Array(
    await crypto.subtle.sign('HMAC', deviceSecret, encoder.encode(about(employeeId, place))),
  )
  const both = new Uint8Array(64)
  both.set(fromCode)
  both.set(fromDevice, 32)
  const base = await crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey'])
  for (const bytes of [fromCode, fromDevice, both]) bytes.fill(0)
  return hkdf(base, 'beredt/wrap/code/1')
}

function about(employeeId: EmployeeId, place: Omit<Wrap, 'key'>): string {
  return `beredt/employee-key/1/${place.kind}/${place.deviceId}/${employeeId}`
}

function hkdf(base: CryptoKey, info: string): Promise<CryptoKey> {
  const salt = new Uint8Array(32)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(info) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
