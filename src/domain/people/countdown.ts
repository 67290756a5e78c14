import type { PatientId } from '../base/ids.ts'
import type { Standing } from '../facts/standing.ts'
import { inArea } from '../incidents/in-area.ts'
import type { Incident } from '../incidents/incident.ts'
import { hasService } from '../lists/patient-list.ts'
import { type PowerDeadline, powerDeadlines } from '../lists/power-deadlines.ts'
import { powerOrder, type UnknownPower } from '../lists/power-order.ts'
import { type DeviceKind, levelsByKind, toleranceOfLevel } from '../patient/device-kind.ts'
import type { Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { ServiceDefinition } from '../patient/service.ts'
import { type Instant, localClock, minutesBetween, plusMinutes } from '../time/instant.ts'
import { foundDevice } from './found-device.ts'
import { powerAt } from './has-power.ts'
import type { FactOf, People } from './people.ts'

/** Each instant is in exactly one: overdue from the deadline on, `soon` from two hours before it. */
export type CountdownSlot = 'overdue' | 'soon' | 'later'

type Shared = {
  slot: CountdownSlot
  contact: Standing<FactOf<'contact'>> | null
  /** Whether somebody is with the patient; null while nobody has said. */
  someoneThere: boolean | null
}

export type CountdownRow = PowerDeadline &
  Shared & {
    /** P1 with less than two hours of battery and no reserve: AMK, or moving the patient. */
    isRed: boolean
    /** When the battery was swapped or measured last, during this incident or before. */
    measuredAt: Instant | null
  }

/** `dueAt` counts the battery as empty at the start. */
export type UnknownRow = UnknownPower & Shared & { dueAt: Instant }

export type Countdown = {
  /** Those of `known` that are red, in the same order. */
  red: readonly CountdownRow[]
  known: readonly CountdownRow[]
  unknown: readonly UnknownRow[]
  /** Who is in the area and not counted down, so that nobody disappears: where there is power, and who is elsewhere. */
  withPower: readonly Patient[]
  elsewhere: readonly Patient[]
}

export type CountdownContext = {
  kinds: readonly DeviceKind[]
  services: readonly ServiceDefinition[]
  incident: Pick<Incident, 'startsAt' | 'area'>
  people: Pick<People, 'contacts' | 'power' | 'places'>
  now: Instant
  collator: Intl.Collator
}

const soonMinutes = 120

/** Who depends on power in the area, in the order in which somebody must have helped: the order of the list of power. */
export function countdown(patients: readonly Patient[], context: CountdownContext): Countdown {
  const { incident, people, kinds, collator, now } = context
  const lostAt = incident.startsAt
  const { counted, withPower, elsewhere, originals, measured } = sortOut(patients, context)
  const { known, unknown } = powerOrder(counted, { kinds, collator })
  const shared = (patient: Patient, dueAt: Instant): Shared => ({
    slot: slotOf(dueAt, now),
    contact: people.contacts.get(patient.id) ?? null,
    someoneThere: someoneThere(people.power.get(patient.id) ?? []),
  })
  const rows = powerDeadlines(known, { lostAt, today: localClock(now).on }).map((deadline) => {
    const measuredAt = measured.get(deadline.device) ?? null
    const patient = originals.get(deadline.patient.id) ?? deadline.patient
    const device = patient.devices.find(({ id }) => id === deadline.device.id) ?? deadline.device
    return {
      ...deadline,
      ...shared(patient, deadline.dueAt),
      patient,
      device,
      isRed: isRed(deadline, now),
      measuredAt,
      mayBeShorter: measuredAt === null && deadline.mayBeShorter,
    }
  })
  return {
    red: rows.filter((row) => row.isRed),
    known: rows,
    unknown: unknown.map((power) => {
      const dueAt = plusMinutes(
        lostAt,
        power.device?.toleranceMinutes ?? toleranceOfLevel[power.level],
      )
      const patient = originals.get(power.patient.id) ?? power.patient
      return { ...power, ...shared(patient, dueAt), patient, dueAt }
    }),
    withPower,
    elsewhere,
  }
}

function isRed(
  { level, patient, emptyMinutes, batteryMinutes, batteryEmptyAt }: PowerDeadline,
  now: Instant,
): boolean {
  const isMostUrgent = level === 'P1' || patient.priority?.level === 'P1'
  const hasReserve = emptyMinutes > batteryMinutes
  return isMostUrgent && !hasReserve && minutesBetween(now, batteryEmptyAt) < soonMinutes
}

function slotOf(dueAt: Instant, now: Instant): CountdownSlot {
  const left = minutesBetween(now, dueAt)
  if (left <= 0) return 'overdue'
  return left <= soonMinutes ? 'soon' : 'later'
}

function someoneThere(findings: readonly FactOf<'power'>[]): boolean | null {
  for (const { body } of findings) {
    if (body.finding.someoneThere !== null) return body.finding.someoneThere
  }
  return null
}

type SortedOut = {
  /** With what was found at each, without the devices that have power. */
  counted: Patient[]
  withPower: Patient[]
  elsewhere: Patient[]
  /** Patients who were changed, as they are recorded. */
  originals: Map<PatientId, Patient>
  measured: Map<PoweredDevice, Instant>
}

function sortOut(
  patients: readonly Patient[],
  { incident, people, kinds, services }: CountdownContext,
): SortedOut {
  const sorted: SortedOut = {
    counted: [],
    withPower: [],
    elsewhere: [],
    originals: new Map(),
    measured: new Map(),
  }
  const levelOf = levelsByKind(kinds)
  const isInside = inArea(incident.area)
  const hasPower = powerAt(people)
  const isAway = (patient: Patient) => {
    const state = people.contacts.get(patient.id)?.shown.body.state
    return state === 'moved' || state === 'transferred' || state === 'dead'
  }
  for (const patient of patients) {
    const needsPower =
      patient.devices.some(({ kind }) => levelOf(kind) !== null) ||
      hasService(patient, 'lifeEssentialPower', services)
    if (!needsPower || !isInside(patient)) continue
    if (isAway(patient)) {
      sorted.elsewhere.push(patient)
      continue
    }
    const devices = patient.devices.filter(({ id }) => !hasPower(patient, id))
    const allHavePower = patient.devices.length === 0 ? hasPower(patient) : devices.length === 0
    if (allHavePower) {
      sorted.withPower.push(patient)
      continue
    }
    const findings = people.power.get(patient.id) ?? []
    if (findings.length === 0) {
      sorted.counted.push(patient)
      continue
    }
    const there = someoneThere(findings)
    const found = devices.map((device) => foundDevice(device, findings, incident.startsAt))
    for (const { device, measuredAt } of found) {
      if (measuredAt !== null) sorted.measured.set(device, measuredAt)
    }
    sorted.originals.set(patient.id, patient)
    sorted.counted.push({
      ...patient,
      livesAlone: there === null ? patient.livesAlone : !there,
      devices: found.map(({ device }) => device),
    })
  }
  return sorted
}
