import {
  deviceNames,
  levelsByKind,
  type DeviceKind,
  type DeviceName,
} from '../patient/device-kind.ts'
import { addressShown, type AddressShown, withoutTellingParts } from '../patient/address-shown.ts'
import { type AccessOffline, accessOffline } from '../patient/access-offline.ts'
import type { Access, Contact, Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import { type NamedReason, reasonNames } from '../patient/priority-reason.ts'
import type { PriorityLevel } from '../patient/priority-level.ts'
import type { ServiceCode } from '../patient/service.ts'
import type { LocalTime } from '../time/instant.ts'
import { type PatientListKind, type PatientListRow, timesOf } from './patient-list.ts'

/** A value that a list shows about a row; `text/nb/words/row-fact.ts` words each one for screen and paper. */
export type RowFact =
  | { kind: 'priority'; level: PriorityLevel }
  | { kind: 'notAssessed' }
  /** No named person has confirmed the priority. */
  | { kind: 'proposed' }
  | ({ kind: 'reason' } & NamedReason)
  | { kind: 'time'; at: LocalTime }
  | { kind: 'noTime' }
  /** From loss of power until somebody must have helped. */
  | { kind: 'helpWithin'; minutes: number }
  | { kind: 'device'; title: string }
  | { kind: 'deviceDescription'; text: string }
  | { kind: 'noDevice' }
  | { kind: 'battery'; minutes: number }
  | { kind: 'noBattery' }
  | { kind: 'unknownBattery' }
  | { kind: 'reserve'; text: string | null; minutes: number | null }
  | { kind: 'noReserve' }
  | AddressShown
  | { kind: 'service'; code: ServiceCode }
  | { kind: 'critical'; text: string }
  | { kind: 'mobility'; text: string }
  | { kind: 'household'; livesAlone: boolean | null }
  | { kind: 'canLookIn'; contact: Contact }
  | { kind: 'nextOfKin'; contact: Contact }
  | { kind: 'noContact' }
  | { kind: 'access'; access: Access; offline: AccessOffline }
  | { kind: 'noAccess' }
  /** The address is protected, so the access is on the patient card only. */
  | { kind: 'protectedAccess' }

/** A row with all facts that its list shows. */
export type ListRow = PatientListRow & { facts: readonly RowFact[] }

/**
 * Returns rows with the facts that their list shows: what, where, and who is there. Screen and paper word
 * the same facts, and neither leaves one out or adds one. A long list calls it only for the rows on the screen.
 */
export function withFacts(
  kind: PatientListKind,
  rows: readonly PatientListRow[],
  kinds: readonly DeviceKind[],
): ListRow[] {
  const factsOf = rowFacts(kind, kinds)
  return rows.map((row) => ({ ...row, facts: factsOf(row) }))
}

/** The same for rows that are asked for one by one. */
export function rowFacts(
  kind: PatientListKind,
  kinds: readonly DeviceKind[],
): (row: PatientListRow) => RowFact[] {
  const levelOf = levelsByKind(kinds)
  const nameOf = deviceNames(kinds)
  const nameReason = reasonNames(kinds)
  const isWarning = (device: PoweredDevice) => levelOf(device.kind) === null
  return ({ patient, power }) => {
    const where = addressShown(patient)
    switch (kind) {
      case 'lifeEssentialPower':
        return [
          priorityFact(patient),
          ...(power?.kind === 'known'
            ? [{ kind: 'helpWithin', minutes: power.dueMinutes } as const]
            : []),
          ...powerFacts(power?.device ?? null, nameOf),
          where,
          ...companyFacts(patient),
        ]
      case 'safetyAlarm':
      case 'localisation':
        return [priorityFact(patient), where, ...needFacts(patient), ...companyFacts(patient)]
      case 'medicineDispenser':
        return [
          ...timeFacts(timesOf(kind, patient)),
          priorityFact(patient),
          ...patient.devices.filter(isWarning).flatMap((device) => deviceFacts(device, nameOf)),
          where,
          ...companyFacts(patient),
        ]
      case 'digitalSupervision':
        return [
          ...timeFacts(timesOf(kind, patient)),
          priorityFact(patient),
          where,
          ...needFacts(patient),
          ...companyFacts(patient),
        ]
      case 'access':
        return [where, ...accessFacts(patient)]
      case 'priority':
        return [
          priorityFact(patient),
          ...reasonFacts(patient, nameReason),
          where,
          ...companyFacts(patient),
        ]
      case 'all':
        return [
          priorityFact(patient),
          where,
          ...patient.services.map((code) => ({ kind: 'service', code }) as const),
        ]
    }
  }
}

function priorityFact({ priority }: Patient): RowFact {
  return priority === null ? { kind: 'notAssessed' } : { kind: 'priority', level: priority.level }
}

function reasonFacts(
  { priority, devices }: Patient,
  nameReason: ReturnType<typeof reasonNames>,
): RowFact[] {
  if (priority === null) return []
  const reasons = priority.reasons.map(
    (reason) => ({ kind: 'reason', ...nameReason(reason, devices) }) as const,
  )
  return priority.confirmed === null ? [...reasons, { kind: 'proposed' }] : reasons
}

function timeFacts(times: readonly LocalTime[]): RowFact[] {
  return times.length === 0 ? [{ kind: 'noTime' }] : times.map((at) => ({ kind: 'time', at }))
}

/** Returns the facts of a life-essential device; an alarm on the same list would hide them. */
function powerFacts(device: PoweredDevice | null, nameOf: NameOfDevice): RowFact[] {
  if (device === null) return [{ kind: 'noDevice' }]
  const facts = deviceFacts(device, nameOf)
  return [
    ...facts.filter((fact) => fact.kind !== 'reserve'),
    batteryFact(device.batteryMinutes),
    facts.find((fact) => fact.kind === 'reserve') ?? { kind: 'noReserve' },
  ]
}

function batteryFact(minutes: number | null): RowFact {
  if (minutes === null) return { kind: 'unknownBattery' }
  return minutes === 0 ? { kind: 'noBattery' } : { kind: 'battery', minutes }
}

type NameOfDevice = (device: PoweredDevice) => DeviceName

/** Returns a device, its settings and its reserve. */
function deviceFacts(device: PoweredDevice, nameOf: NameOfDevice): RowFact[] {
  const { description, reserve: text, reserveMinutes: minutes } = device
  const { title, listedAs } = nameOf(device)
  const hasReserve = text !== null || (minutes ?? 0) > 0
  return [
    { kind: 'device', title },
    ...[listedAs, description].flatMap((text) =>
      text === null ? [] : [{ kind: 'deviceDescription', text } as const],
    ),
    ...(hasReserve ? [{ kind: 'reserve', text, minutes } as const] : []),
  ]
}

/** Returns the first critical fact, and the mobility. */
function needFacts({ critical, mobility }: Patient): RowFact[] {
  return [
    ...critical.slice(0, 1).map(({ text }) => ({ kind: 'critical', text }) as const),
    ...(mobility === null ? [] : [{ kind: 'mobility', text: mobility } as const]),
  ]
}

/** Returns who to call when the patient does not answer: contacts who can look in, else the first next of kin. */
function companyFacts(patient: Patient): RowFact[] {
  const { livesAlone, nextOfKin } = withoutTellingParts(patient)
  const near = nextOfKin.filter(({ canLookIn }) => canLookIn).slice(0, 2)
  const [first] = nextOfKin
  const contacts: RowFact[] =
    near.length > 0
      ? near.map((contact) => ({ kind: 'canLookIn', contact }))
      : [first === undefined ? { kind: 'noContact' } : { kind: 'nextOfKin', contact: first }]
  return [{ kind: 'household', livesAlone }, ...contacts]
}

/** Returns how to get in; for a protected address only the card shows that, and opening it is logged. */
function accessFacts(patient: Patient): RowFact[] {
  if (patient.addressProtection !== 'none') return [{ kind: 'protectedAccess' }]
  if (patient.access.length === 0) return [{ kind: 'noAccess' }]
  return patient.access.map((access) => ({
    kind: 'access',
    access,
    offline: accessOffline(access),
  }))
}
