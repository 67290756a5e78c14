import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import type { IncidentArea } from '#domain/incidents/coordination-fact.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { type Countdown, type CountdownRow, prepareCountdown } from '#domain/people/countdown.ts'
import { countdownMoments } from '#domain/people/countdown-moments.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { FactOf } from '#domain/people/people.ts'
import type { PersonFact, PowerFinding } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { aPersonFact, nord1 } from './a-fact.ts'
import { aDevice, aPatient, aPatientId, noon } from './a-patient.ts'

export const countdownTables = {
  kinds: deviceKinds,
  services: defaultServiceDefinitions,
  collator: norwegianCollator(),
}

type Device = ReturnType<typeof aDevice>

/** A device of a P1. */
export function suction(more: Parameters<typeof aDevice>[0] = {}): Device {
  return aDevice({ kind: 'suction-tracheostomy', ...more })
}

/** The patient of that number in zone Nord 1, called so. */
export function living(n: number, ...devices: Device[]): Patient {
  const name = { family: `P${n}`, given: 'A' }
  return aPatient({ id: aPatientId(n), zone: nord1, name, devices })
}

/** What somebody found out about a patient's power, `n` minutes past noon. */
export function found(n: number, patient: number, more: Partial<PowerFinding>): FactOf<'power'> {
  const finding: PowerFinding = {
    patientId: aPatientId(patient),
    poweredDeviceId: null,
    batteryMinutes: null,
    reserveMinutes: null,
    hasPower: null,
    someoneThere: null,
    word: null,
    ...more,
  }
  return aPersonFact(n, { kind: 'power', finding })
}

type Moment = { now: Instant; startsAt: Instant; area: IncidentArea }

/** Counts down since noon in zone Nord 1, at noon. */
export function countAt(
  patients: readonly Patient[],
  facts: readonly PersonFact[] = [],
  more: Partial<Moment> = {},
): Countdown {
  const { now = noon, startsAt = noon, area = { zones: [nord1], streets: [] } } = more
  const people = foldPeople(facts)
  return prepareCountdown(
    patients,
    countdownTables,
  )({
    incident: { startsAt, area },
    people,
    now,
  })
}

export function familyNames(rows: readonly { patient: Patient }[]): string[] {
  return rows.map(({ patient }) => patient.name.family)
}

/** When a row of an outage since then is empty. */
export function emptyAtOf(row: CountdownRow | undefined, lostAt: Instant = noon): Instant {
  if (row === undefined) throw new Error('No such row')
  return countdownMoments(row, { lostAt, now: lostAt }).emptyAt
}
