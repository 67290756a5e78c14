import type { PatientId } from '../base/ids.ts'
import {
  type DeviceKind,
  type DeviceKindId,
  levelsByKind,
  toleranceOfLevel,
} from '../patient/device-kind.ts'
import type { Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { PriorityLevel } from '../patient/priority-level.ts'
import { mergeSorted } from '../base/merge-sorted.ts'
import { nameRanks } from './name-ranks.ts'

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
  const { known, unknown } = rankedPowerOrder(patients, {
    levelOf: levelsByKind(kinds),
    ranks: nameRanks(patients, collator),
  })
  return { known: known.map(({ need }) => need), unknown: unknown.map(({ need }) => need) }
}

/** `rank` is the place of the patient's name. */
export type Ranked<Need extends PowerNeed> = { rank: number; need: Need }

export type RankedPowerOrder = {
  known: readonly Ranked<KnownPower>[]
  unknown: readonly Ranked<UnknownPower>[]
}

/** The same for whoever asks again and again, and keeps the places of the names. */
export function rankedPowerOrder(
  patients: readonly Patient[],
  {
    levelOf,
    ranks,
  }: {
    levelOf: (kind: DeviceKindId | null) => PriorityLevel | null
    ranks: ReadonlyMap<PatientId, number>
  },
): RankedPowerOrder {
  const known: Ranked<KnownPower>[] = []
  const unknown: Ranked<UnknownPower>[] = []
  for (const patient of patients) {
    const rank = ranks.get(patient.id) ?? 0
    let isMapped = false
    for (const device of patient.devices) {
      const level = levelOf(device.kind)
      if (level === null) continue
      isMapped = true
      const { batteryMinutes } = device
      if (batteryMinutes === null) {
        unknown.push({ rank, need: { kind: 'unknown', patient, device, level } })
      } else {
        known.push({ rank, need: knownPower({ patient, device, level }, batteryMinutes) })
      }
    }
    if (!isMapped) {
      unknown.push({ rank, need: { kind: 'unknown', patient, device: null, level: 'P1' } })
    }
  }
  return { known: known.toSorted(compareKnown), unknown: unknown.toSorted(compareUnknown) }
}

/** The order of all patients of both, none of whom is in both. */
export function mergePowerOrders(a: RankedPowerOrder, b: RankedPowerOrder): RankedPowerOrder {
  return {
    known: mergeSorted(a.known, b.known, compareKnown),
    unknown: mergeSorted(a.unknown, b.unknown, compareUnknown),
  }
}

function compareKnown(a: Ranked<KnownPower>, b: Ranked<KnownPower>): number {
  return (
    a.need.dueMinutes - b.need.dueMinutes || compareLevels(a, b) || comparePatientAndDevice(a, b)
  )
}

function compareUnknown(a: Ranked<UnknownPower>, b: Ranked<UnknownPower>): number {
  return (
    compareLevels(a, b) ||
    householdRank(a.need.patient) - householdRank(b.need.patient) ||
    comparePatientAndDevice(a, b)
  )
}

function knownPower(
  { patient, device, level }: { patient: Patient; device: PoweredDevice; level: PriorityLevel },
  batteryMinutes: number,
): KnownPower {
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

function compareLevels(a: Ranked<PowerNeed>, b: Ranked<PowerNeed>): number {
  return compareText(a.need.level, b.need.level)
}

function comparePatientAndDevice(a: Ranked<PowerNeed>, b: Ranked<PowerNeed>): number {
  return a.rank - b.rank || compareText(a.need.device?.id ?? '', b.need.device?.id ?? '')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
