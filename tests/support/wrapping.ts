import { type DerivationCost, floorCost } from '#storage/crypto/key-derivation.ts'
import { type WrapLimits, wrapLimits } from '#storage/crypto/wrap.ts'

/** What a code costs on a phone, and what its wraps may ask for. */
export type Wrapping = { cost: DerivationCost; wrapLimits: WrapLimits }

const quickCost = { memoryKiB: 64, iterations: 1 }

/** Codes are no part of most tests; a real derivation would be most of their time. */
export const quickWrapping: Wrapping = {
  cost: quickCost,
  wrapLimits: { ...wrapLimits, floor: quickCost },
}

/** For tests of the derivation itself. */
export const realWrapping: Wrapping = { cost: floorCost, wrapLimits }
