import type { PatientId } from '../base/ids.ts'
import type { ServiceCode } from '../patient/service.ts'
import type { IncidentArea } from '../incidents/coordination-fact.ts'
import { inArea } from '../incidents/in-area.ts'
import type { DeviceKindId } from '../patient/device-kind.ts'
import type { Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { PriorityLevel } from '../patient/priority-level.ts'
import type { Instant } from '../time/instant.ts'
import { foundDevice } from './found-device.ts'
import { powerAt } from './has-power.ts'
import type { FactOf, People } from './people.ts'

/** A patient as she is recorded, and what was found since. */
export type FoundPatient = {
  recorded: Patient
  /** When the battery of each device was swapped or measured last, by the device's id. */
  measuredAt: ReadonlyMap<string, Instant>
  someoneThere: boolean | null
  lastFinding: FactOf<'power'> | null
}

export type CountdownGroups = {
  /** Counted down as they are recorded. */
  asRecorded: Set<Patient>
  /** Counted down with what was found at each, and without the devices that have power. */
  found: Map<Patient, FoundPatient>
  withPower: Patient[]
  elsewhere: Patient[]
}

/** Patients who depend on power: they have a life-essential device, or are on the list of those who do. */
export function powerDependents(
  patients: readonly Patient[],
  levelOf: (kind: DeviceKindId | null) => PriorityLevel | null,
  listCodes: ReadonlySet<ServiceCode>,
): Patient[] {
  return patients.filter(
    ({ devices, services }) =>
      devices.some(({ kind }) => levelOf(kind) !== null) ||
      services.some((code) => listCodes.has(code)),
  )
}

/** Puts each dependent of the area into one group: counted down, where there is power, or elsewhere. */
export function countdownGroups(
  dependents: readonly Patient[],
  levelOf: (kind: DeviceKindId | null) => PriorityLevel | null,
  {
    area,
    lostAt,
    people,
    away,
  }: {
    area: IncidentArea
    lostAt: Instant
    people: Pick<People, 'contacts' | 'power' | 'places'>
    away: ReadonlySet<PatientId>
  },
): CountdownGroups {
  const groups: CountdownGroups = {
    asRecorded: new Set(),
    found: new Map(),
    withPower: [],
    elsewhere: [],
  }
  const isInside = inArea(area)
  const hasPower = powerAt(people)
  const isNeeded = ({ kind }: PoweredDevice) => levelOf(kind) !== null
  for (const patient of dependents) {
    if (!isInside(patient)) continue
    const findings = people.power.get(patient.id)
    const isGone = away.has(patient.id) || isElsewhere(people.contacts.get(patient.id)?.shown)
    if (isGone) groups.elsewhere.push(patient)
    else if (findings === undefined) {
      // What was said of a place is said of all that stands there.
      if (people.places.length > 0 && hasPower(patient)) groups.withPower.push(patient)
      else groups.asRecorded.add(patient)
    } else {
      const needed = patient.devices.filter(isNeeded)
      const without = needed.filter(({ id }) => !hasPower(patient, id))
      if (needed.length === 0 ? hasPower(patient) : without.length === 0) {
        groups.withPower.push(patient)
        continue
      }
      const { changed, found } = withFindings({ ...patient, devices: without }, findings, lostAt)
      groups.found.set(changed, { ...found, recorded: patient })
    }
  }
  return groups
}

function withFindings(
  patient: Patient,
  findings: readonly FactOf<'power'>[],
  lostAt: Instant,
): { changed: Patient; found: Omit<FoundPatient, 'recorded'> } {
  const someoneThere = findings.reduce<boolean | null>(
    (newest, { body }) => newest ?? body.finding.someoneThere,
    null,
  )
  const measuredAt = new Map<string, Instant>()
  const devices = patient.devices.map((recorded) => {
    const found = foundDevice(recorded, findings, lostAt)
    if (found.measuredAt !== null) measuredAt.set(recorded.id, found.measuredAt)
    return found.device
  })
  const livesAlone = someoneThere === null ? patient.livesAlone : !someoneThere
  return {
    changed: { ...patient, devices, livesAlone },
    found: { measuredAt, someoneThere, lastFinding: findings[0] ?? null },
  }
}

function isElsewhere(contact: FactOf<'contact'> | undefined): boolean {
  const state = contact?.body.state
  return state === 'moved' || state === 'transferred' || state === 'dead'
}
