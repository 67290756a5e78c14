import type { CountdownReading, CountdownRow } from '#app/bridge/incident-queries.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { withFacts } from '#domain/lists/row-facts.ts'
import type { DeviceKind } from '#domain/patient/device-kind.ts'
import type { PatientId } from '#domain/base/ids.ts'
import {
  type Countdown,
  type CountdownRow as KnownRow,
  countdown,
  type UnknownRow,
} from '#domain/people/countdown.ts'
import type { People } from '#domain/people/people.ts'
import type { Instant } from '#domain/time/instant.ts'
import { keptLast } from './kept.ts'
import type { PatientGround } from './known-patients.ts'

/** A countdown, and what its rows are shown with. */
export type Counted = {
  countdown: Countdown
  people: People
  kinds: readonly DeviceKind[]
}

/** Counts down, and again only when something has changed or another minute has begun. */
export function keptCountdown() {
  const count = keptLast(
    (
      patients: PatientGround['patients'],
      services: PatientGround['services'],
      kinds: PatientGround['kinds'],
      collator: Intl.Collator,
      incident: Incident,
      people: People,
      now: Instant,
    ): Counted => ({
      countdown: countdown(patients, { services, kinds, collator, incident, people, now }),
      people,
      kinds,
    }),
  )
  return (
    { patients, services, kinds, collator }: PatientGround,
    { incident, people, now }: { incident: Incident; people: People; now: Instant },
  ): Counted => count(patients, services, kinds, collator, incident, people, now)
}

/** The first rows of each group, with the facts that their list shows; the counts are of all. */
export function countdownReading(counted: Counted, maxRows: number): CountdownReading {
  const { known, unknown, red, withPower, elsewhere } = counted.countdown
  const people = new Set<PatientId>([...known, ...unknown].map(({ patient }) => patient.id))
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

export function rowsOf(
  rows: readonly (KnownRow | UnknownRow)[],
  { people, kinds }: Counted,
): CountdownRow[] {
  const listed = withFacts(
    'lifeEssentialPower',
    rows.map((power) => ({ patient: power.patient, nextAt: null, power })),
    kinds,
  )
  return rows.map((row, place) => ({
    patient: row.patient,
    device: row.device,
    level: row.level,
    emptyAt: row.kind === 'known' ? row.emptyAt : null,
    dueAt: row.dueAt,
    slot: row.slot,
    isRed: row.kind === 'known' && row.isRed,
    mayBeShorter: row.kind === 'known' && row.mayBeShorter,
    measuredAt: row.kind === 'known' ? row.measuredAt : null,
    someoneThere: row.someoneThere,
    facts: listed[place]?.facts ?? [],
    contact: row.contact,
    lastFinding: people.power.get(row.patient.id)?.[0] ?? null,
  }))
}
