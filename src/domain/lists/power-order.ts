import { type DeviceKind, levelsByKind, toleranceOfLevel } from '../patient/device-kind.ts'
import type { Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { PriorityLevel } from '../patient/priority-level.ts'
import { compareNamesAndIds } from './name-order.ts'

/** How long a device and its patient last from the moment when mains power is lost. */
export type KnownPower = {
  kind: 'known'
  patient: Patient
  device: PoweredDevice
  /** The level of the device's kind; P1 for an unknown kind. */
  level: PriorityLevel
  /** Minutes until the battery is empty. */
  batteryMinutes: number
  /** Minutes until the recorded reserve is empty too; equal to `batteryMinutes` without a reserve. */
  emptyMinutes: number
  /** How long the patient manages without power after that, as recorded, or else for the kind of device. */
  toleranceMinutes: number
  /** Minutes until somebody must have helped, which orders the list. */
  dueMinutes: number
}

export type UnknownPower = {
  kind: 'unknown'
  patient: Patient
  /** Null when no device is recorded, so that somebody has to ask. */
  device: PoweredDevice | null
  level: PriorityLevel
}

export type PowerNeed = KnownPower | UnknownPower

/**
 * Returns the life-essential devices of the patients on the list of power, in the order in which somebody must have
 * helped: soonest first, then by level, name and id. Each device has a row of its own, because batteries run empty at
 * different times. Welfare technology is on other lists; a patient without any device also has a row.
 *
 * Devices of unknown battery time are a group of their own, most urgent kind first, and patients who live
 * alone before others. So a patient on a ventilator is never last because a number is missing, and no
 * unknown time moves a known deadline off the screen.
 */
export function powerOrder(
  patients: readonly Patient[],
  { kinds, collator }: { kinds: readonly DeviceKind[]; collator: Intl.Collator },
): { known: KnownPower[]; unknown: UnknownPower[] } {
  const levelOf = levelsByKind(kinds)
  const known: KnownPower[] = []
  const unknown: UnknownPower[] = []
  for (const patient of patients) {
    const devices = patient.devices.flatMap((device) => {
      const level = levelOf(device.kind)
      return level === null ? [] : [{ device, level }]
    })
    if (devices.length === 0) unknown.push({ kind: 'unknown', patient, device: null, level: 'P1' })
    for (const { device, level } of devices) {
      const { batteryMinutes } = device
      if (batteryMinutes === null) unknown.push({ kind: 'unknown', patient, device, level })
      else known.push(knownPower({ patient, level }, { ...device, batteryMinutes }))
    }
  }
  known.sort(
    (a, b) =>
      a.dueMinutes - b.dueMinutes || compareLevels(a, b) || comparePatientAndDevice(a, b, collator),
  )
  unknown.sort(
    (a, b) =>
      compareLevels(a, b) ||
      householdRank(a.patient) - householdRank(b.patient) ||
      comparePatientAndDevice(a, b, collator),
  )
  return { known, unknown }
}

function knownPower(
  { patient, level }: { patient: Patient; level: PriorityLevel },
  device: PoweredDevice & { batteryMinutes: number },
): KnownPower {
  const { batteryMinutes } = device
  const emptyMinutes = batteryMinutes + (device.reserveMinutes ?? 0)
  const toleranceMinutes = device.toleranceMinutes ?? toleranceOfLevel[level]
  return {
    kind: 'known',
    patient,
    device,
    level,
    batteryMinutes,
    emptyMinutes,
    toleranceMinutes,
    dueMinutes: emptyMinutes + toleranceMinutes,
  }
}

/** Sorts patients who live alone first; unknown counts as alone. */
function householdRank({ livesAlone }: Patient): number {
  return livesAlone === false ? 1 : 0
}

function compareLevels(a: PowerNeed, b: PowerNeed): number {
  return compareText(a.level, b.level)
}

function comparePatientAndDevice(a: PowerNeed, b: PowerNeed, collator: Intl.Collator): number {
  return (
    compareNamesAndIds(a.patient, b.patient, collator) ||
    compareText(a.device?.id ?? '', b.device?.id ?? '')
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
