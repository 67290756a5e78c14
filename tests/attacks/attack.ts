import type { Ground, Weaken } from './ground.ts'

/** whole: Beredt as it is. weakened: with the one part left out that refuses the attack, so that it must succeed. */
export type Parts = 'whole' | 'weakened'

/**
 * What came of an attack; the note says in one sentence what was refused or lost. `refused` is null where this machine was too
 * busy to tell, which counts as neither.
 */
export type Outcome = { refused: boolean | null; note: string }

export type Attack = {
  name: string
  /** What the attacker does. */
  about: string
  run(ground: Ground, parts: Parts): Promise<Outcome>
}

/** The part that is handed in when the attack runs against a weakened Beredt; otherwise nothing is. */
export function whenWeakened<Part extends object>(parts: Parts, weaker: Part): Partial<Part> {
  return parts === 'weakened' ? weaker : {}
}

/** Takes any signature for valid. */
export const anySignature = { isSignedBy: () => Promise.resolve(true) }

/** A server that takes any signature for valid; undefined for the whole one. */
export function takingAnySignature(parts: Parts): Weaken | undefined {
  return parts === 'weakened' ? () => ({ signatures: anySignature }) : undefined
}
