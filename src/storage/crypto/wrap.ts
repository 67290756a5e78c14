import * as z from 'zod/mini'
import { DeviceId } from '#domain/base/ids.ts'
import { isSealed, type Sealed } from './aes.ts'
import { type DerivationCost, floorCost } from './key-derivation.ts'

/** What a stored wrap may ask this device to do. Below the floor a guess is cheap, above the ceiling unlocking never ends. */
export type WrapLimits = {
  floor: DerivationCost
  ceiling: DerivationCost
  /** Memory times iterations, which is what the derivation takes time for. */
  maxWork: number
  saltBytes: { min: number; max: number }
}

/** Four times the memory and five times the work of the standard: room to raise it, not to stop a phone. */
export const wrapLimits: WrapLimits = {
  floor: floorCost,
  ceiling: { memoryKiB: 256 * 1024, iterations: 16 },
  maxWork: 1024 * 1024,
  saltBytes: { min: 16, max: 64 },
}

/** The employee key of 32 bytes and the tag. */
const sealedKeyBytes = 48

/**
 * The employee key, encrypted under something that only the employee has. A wrap by passkey (`prf`)
 * is stored in addition to this one and is never the only one.
 */
export type Wrap = z.infer<ReturnType<typeof wrapWithin>>

/** What else than this app may have written: a wrap lies unauthenticated in the browser's profile. */
function wrapWithin({ floor, ceiling, maxWork, saltBytes }: WrapLimits) {
  return z.object({
    kind: z.literal('code'),
    /** The device id when the wrap was made. It is authenticated, and stays when the device's id changes. */
    deviceId: DeviceId,
    derivation: z
      .object({
        algorithm: z.literal('argon2id'),
        memoryKiB: z.int().check(z.gte(floor.memoryKiB), z.lte(ceiling.memoryKiB)),
        iterations: z.int().check(z.gte(floor.iterations), z.lte(ceiling.iterations)),
        salt: bytesOf(saltBytes),
      })
      .check(z.refine(({ memoryKiB, iterations }) => memoryKiB * iterations <= maxWork)),
    key: z.custom<Sealed>((value) => isSealed(value, sealedKeyBytes, sealedKeyBytes)),
  })
}

function bytesOf({ min, max }: { min: number; max: number }) {
  return z.custom<Uint8Array<ArrayBuffer>>(
    (value) => value instanceof Uint8Array && value.length >= min && value.length <= max,
  )
}

const OfCode = z.object({ kind: z.literal('code') })

/**
 * Finds the wrap by code among an employee's stored wraps. Null when there is none, when there are
 * several (each would cost a derivation), or when it asks for what this app never asked for.
 */
export function findCodeWrap(stored: unknown, limits: WrapLimits): Wrap | null {
  if (!Array.isArray(stored)) return null
  const byCode = stored.filter((wrap: unknown) => OfCode.safeParse(wrap).success)
  if (byCode.length !== 1) return null
  return wrapWithin(limits).safeParse(byCode[0]).data ?? null
}
