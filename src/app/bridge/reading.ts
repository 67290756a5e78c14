import { countNewer, type NewerDocuments } from '#domain/documents/newer-documents.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'

/**
 * The answer to a screen that requests opened data. `none`: it was never fetched to this device, which
 * is not the same as an open but empty list.
 */
export type Reading<Value> =
  | { kind: 'locked' }
  | { kind: 'none' }
  | {
      kind: 'open'
      value: Value
      /** The oldest `verifiedAt` of the streams that were read. */
      verifiedAt: Instant
      /** Parts and documents that did not open. The list is not complete, and must say so. */
      damaged: number
      /** The employee's zones that are not on this device yet. The list is not complete, and must say so. */
      missing: number
      /** Documents that only a newer build can read. The list is not complete, and must say so. */
      newer: NewerDocuments
      /** Streams that are older than what this device had. They are in the value, and the screen must say so. */
      older: readonly StreamId[]
      /** Streams that cannot be verified and are not in the value, until the employee opens them all the same. */
      withheld: readonly StreamId[]
      /** Streams that cannot be verified and that she has opened all the same: never printed. */
      unverified: readonly StreamId[]
    }

export function mapReading<Value, Other>(
  reading: Reading<Value>,
  change: (value: Value) => Other,
): Reading<Other> {
  return reading.kind === 'open' ? { ...reading, value: change(reading.value) } : reading
}

/** Joins a reading with another that it cannot do without: what the other lacks, the result lacks too. */
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
    ...joinedTrust([reading, needed]),
  }
}

/** Joins a reading with another that it also shows parts of: the result lacks what either of them lacks. */
export function withOptional<Value>(
  reading: Reading<Value>,
  optional: Reading<unknown>,
): Reading<Value> {
  if (reading.kind !== 'open' || optional.kind !== 'open') return reading
  return {
    ...reading,
    damaged: reading.damaged + optional.damaged,
    newer: { ...reading.newer, ...optional.newer },
    ...joinedTrust([reading, optional]),
  }
}

/** Whether a reading is complete. Only then may a screen say that nobody, or nothing, is in it. */
export function isWhole(reading: Reading<unknown>): boolean {
  return (
    reading.kind === 'open' &&
    reading.damaged === 0 &&
    reading.missing === 0 &&
    countNewer(reading.newer) === 0 &&
    isTrusted(reading)
  )
}

/** Whether something is kept back because it cannot be verified: what is shown is less than what is stored. */
export function isWithheld(reading: Reading<unknown> | undefined): boolean {
  return reading?.kind === 'open' && reading.withheld.length > 0
}

/** Joins readings: locked when one is locked, else all open ones together; none when none is open. */
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
    ...joinedTrust(open),
  }
}

type Trust = Pick<Extract<Reading<unknown>, { kind: 'open' }>, 'older' | 'withheld' | 'unverified'>

function isTrusted({ older, withheld, unverified }: Trust): boolean {
  return older.length + withheld.length + unverified.length === 0
}

function joinedTrust(all: readonly Trust[]): Trust {
  const joined = (pick: (one: Trust) => readonly StreamId[]) => [...new Set(all.flatMap(pick))]
  return {
    older: joined(({ older }) => older),
    withheld: joined(({ withheld }) => withheld),
    unverified: joined(({ unverified }) => unverified),
  }
}
