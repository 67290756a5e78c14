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
  /** Of its kind; P1 for a kind that nobody knows. */
  level: PriorityLevel
  /** Until the battery is empty. */
  batteryMinutes: number
  /** Until the recorded reserve is used up too; the same where there is none. */
  emptyMinutes: number
  /** How long the patient tolerates to be without after that: recorded, else of the kind. */
  toleranceMinutes: number
  /** Until somebody must have acted: what orders the list. */
  dueMinutes: number
}

export type UnknownPower = {
  kind: 'unknown'
  patient: Patient
  /** Null when nobody has recorded any device: somebody has to ask. */
  device: PoweredDevice | null
  level: PriorityLevel
}

export type PowerNeed = KnownPower | UnknownPower

/**
 * Returns the devices that lives hang on, of the patients on the list of power, in the order in which somebody
 * must have acted: soonest first, then by level, name and id. Each has a row of its own, for each runs empty on
 * its own. Welfare technology is followed up by other lists; a patient without any device keeps a row.
 *
 * Devices of unknown battery time are a group of their own, most urgent kind first and those who live
 * alone before others. So a patient on a ventilator is never last because nobody had filled in a
 * number, and no unknown pushes a known deadline off the screen.
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
      company(a.patient) - company(b.patient) ||
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

/** Whoever lives alone comes first; unknown counts as alone. */
function company({ livesAlone }: Patient): number {
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
