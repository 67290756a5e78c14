import type { Random } from '../random.ts'
import type { CallAnswer } from './calling-server.ts'

type Gap = readonly [number, number]

/** When a phone has contact. All times are minutes. */
export type CallingLine = { gone: readonly Gap[]; diesAt: number | null }

/** A question on its way, and the answer on its way back. */
export type Asking = {
  sentAt: number
  arrivesAt: number
  comesBackAt: number
  answer: CallAnswer | null
}

/** Two phones have no contact for an hour; all lose it for minutes. In some seeds one dies for good. */
export function callingLine(index: number, random: Random): CallingLine {
  const hour = index < 2 ? [gap(random.between(3, 40), 60)] : []
  const short = [1, 2, 3].map(() => gap(random.between(0, 240), random.between(1, 20)))
  const diesAt = index === 2 && random.chance(0.3) ? random.between(5, 60) : null
  return { gone: [...hour, ...short], diesAt }
}

function gap(from: number, minutes: number): Gap {
  return [from, from + minutes]
}

export function isUp({ gone }: CallingLine, now: number): boolean {
  return !gone.some(([from, to]) => now >= from && now < to)
}

/** Most answers come at once; a line that is about to go is slow. */
export function ask(now: number, random: Random): Asking {
  const arrivesAt = now + (random.chance(0.8) ? 0 : random.between(0, 3))
  const comesBackAt = arrivesAt + (random.chance(0.8) ? 0 : random.between(0, 6))
  return { sentAt: now, arrivesAt, comesBackAt, answer: null }
}
