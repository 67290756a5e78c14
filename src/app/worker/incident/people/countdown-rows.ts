import type { CountdownReading, CountdownRow } from '#app/bridge/incident-queries.ts'
import type { PatientId } from '#domain/base/ids.ts'
import type { PowerLoss } from '#domain/incidents/network/network-clock.ts'
import type { PowerNeed, UnknownPower } from '#domain/lists/power-order.ts'
import { withFacts } from '#domain/lists/row-facts.ts'
import type { DeviceKind } from '#domain/patient/device-kind.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import {
  type Countdown,
  type CountdownRow as KnownRow,
  prepareCountdown,
  redAfter,
} from '#domain/people/countdown.ts'
import { countdownMoments } from '#domain/people/countdown-moments.ts'
import type { People } from '#domain/people/people.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { keptForEach, type PatientGround } from '../model/known-patients.ts'

export type Moment = {
  incident: PowerLoss
  people: People
  away?: ReadonlySet<PatientId>
  now: Instant
}

/** A countdown, and what its rows are shown with. */
export type Counted = Moment & { countdown: Countdown; kinds: readonly DeviceKind[] }

type AnyRow = KnownRow | KnownRow<UnknownPower>

/** Counts down. Names are compared and devices looked up once for each change of the lists. */
export function keptCountdown() {
  const prepare = keptForEach((ground: PatientGround) => prepareCountdown(ground.patients, ground))
  return (ground: PatientGround, moment: Moment): Counted => ({
    ...moment,
    countdown: prepare(ground)(moment),
    kinds: ground.kinds,
  })
}

/** The first rows of each group, with the facts that their list shows; the counts are of all. */
export function countdownReading(counted: Counted, maxRows: number): CountdownReading {
  const { known, unknown, red, withPower, elsewhere } = counted.countdown
  const people = new Set<PatientId>()
  for (const { patient } of known) people.add(patient.id)
  for (const { patient } of unknown) people.add(patient.id)
  return {
    known: rowsOf(known.slice(0, maxRows), counted),
    unknown: rowsOf(unknown.slice(0, maxRows), counted),
    withPower: withPower.slice(0, maxRows),
    elsewhere: elsewhere.slice(0, maxRows),
    total: {
      known: known.length,
      unknown: unknown.length,
      people: people.size,
      red: red.length,
      withPower: withPower.length,
      elsewhere: elsewhere.length,
    },
  }
}

export function rowsOf(rows: readonly AnyRow[], counted: Counted): CountdownRow[] {
  const { people, kinds } = counted
  const listed = withFacts(
    'lifeEssentialPower',
    rows.map((row) => ({ patient: row.patient, nextAt: null, power: asRecorded(row) })),
    kinds,
  )
  return rows.map((row, place) => ({
    patient: row.patient,
    device: recordedDevice(row),
    level: row.power.level,
    ...momentsOf(row, counted),
    slot: row.slot,
    isRed: row.isRed,
    measuredAt: row.measuredAt,
    someoneThere: row.someoneThere,
    facts: listed[place]?.facts ?? [],
    contact: row.contact,
    lastFinding: people.power.get(row.patient.id)?.[0] ?? null,
  }))
}

export function dueAtOf({ dueMinutes }: AnyRow, { incident }: Moment): Instant {
  return plusMinutes(incident.startsAt, dueMinutes)
}

function momentsOf(
  row: AnyRow,
  { incident, now }: Counted,
): Pick<CountdownRow, 'emptyAt' | 'dueAt' | 'mayBeShorter' | 'redAfter'> {
  const lostAt = incident.startsAt
  if (!isKnown(row)) {
    const dueAt = plusMinutes(lostAt, row.dueMinutes)
    return { emptyAt: null, dueAt, mayBeShorter: false, redAfter: null }
  }
  const { batteryEmptyAt, ...moments } = countdownMoments(row, { lostAt, now })
  return { ...moments, redAfter: redAfter(row.power, batteryEmptyAt) }
}

function isKnown(row: AnyRow): row is KnownRow {
  return row.power.kind === 'known'
}

/** The need with the device as it is recorded: a row says what was found since in moments, not in minutes of battery. */
function asRecorded(row: AnyRow): PowerNeed {
  const device = recordedDevice(row)
  return row.power.kind === 'known'
    ? { ...row.power, device: device ?? row.power.device }
    : { ...row.power, device }
}

function recordedDevice({ patient, power }: AnyRow): PoweredDevice | null {
  return patient.devices.find(({ id }) => id === power.device?.id) ?? power.device
}
