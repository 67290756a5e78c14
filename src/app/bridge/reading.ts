import { countNewer, type NewerDocuments } from '#domain/documents/newer-documents.ts'
import type { Instant } from '#domain/time/instant.ts'

/**
 * What a screen learns when it asks for opened data. `none` is what never came to this device,
 * which is not the same as an open but empty list.
 */
export type Reading<Value> =
  | { kind: 'locked' }
  | { kind: 'none' }
  | {
      kind: 'open'
      value: Value
      /** The oldest agreement with the server among the streams that were read. */
      verifiedAt: Instant
      /** Parts and documents that did not open. What is shown is not whole, and must say so. */
      damaged: number
      /** Zones of hers that have not come to this device yet: the list is not whole, and must say so. */
      missing: number
      /** What a newer build wrote: the list is not whole before the app is a newer one, and must say so. */
      newer: NewerDocuments
    }

export function mapReading<Value, Other>(
  reading: Reading<Value>,
  change: (value: Value) => Other,
): Reading<Other> {
  return reading.kind === 'open' ? { ...reading, value: change(reading.value) } : reading
}

/** A reading that says nothing without another: what that lacks, this lacks too. */
export function withNeeded<Value, Needed>(
  reading: Reading<Value>,
  needed: Reading<Needed>,
): Reading<{ value: Value; needed: Needed }> {
  if (reading.kind !== 'open') return reading
  if (needed.kind !== 'open') return needed
  return {
    kind: 'open',
    value: { value: reading.value, needed: needed.value },
    verifiedAt: needed.verifiedAt < reading.verifiedAt ? needed.verifiedAt : reading.verifiedAt,
    damaged: reading.damaged + needed.damaged,
    missing: reading.missing + needed.missing,
    newer: { ...reading.newer, ...needed.newer },
  }
}

/** A reading that shows something of another beside its own: it is as damaged and as far behind as both. */
export function withBeside<Value>(
  reading: Reading<Value>,
  beside: Reading<unknown>,
): Reading<Value> {
  if (reading.kind !== 'open' || beside.kind !== 'open') return reading
  return {
    ...reading,
    damaged: reading.damaged + beside.damaged,
    newer: { ...reading.newer, ...beside.newer },
  }
}

/** Only of a whole reading may it be said that there is nobody, or nothing, in it. */
export function isWhole(reading: Reading<unknown>): boolean {
  return (
    reading.kind === 'open' &&
    reading.damaged === 0 &&
    reading.missing === 0 &&
    countNewer(reading.newer) === 0
  )
}

/** Locked when one is; else those that are open, side by side; none when none is. */
export function joinReadings<Value>(readings: readonly Reading<Value[]>[]): Reading<Value[]> {
  if (readings.some(({ kind }) => kind === 'locked')) return { kind: 'locked' }
  const open = readings.filter((reading) => reading.kind === 'open')
  const [first] = open
  if (first === undefined) return { kind: 'none' }
  return {
    kind: 'open',
    value: open.flatMap(({ value }) => value),
    verifiedAt: open.reduce(
      (oldest, { verifiedAt }) => (verifiedAt < oldest ? verifiedAt : oldest),
      first.verifiedAt,
    ),
    damaged: open.reduce((sum, { damaged }) => sum + damaged, 0),
    missing: readings.length - open.length,
    newer: Object.assign({}, ...open.map(({ newer }) => newer)),
  }
}
