import type { DeviceKind } from '../patient/device-kind.ts'
import { hasService } from './patient-list.ts'
import type { Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { PriorityLevel } from '../patient/priority-level.ts'
import type { PriorityReason } from '../patient/priority-reason.ts'
import type { RosterRecord } from '../roster/roster-record.ts'
import type { ServiceDefinition } from '../patient/service.ts'

export type PriorityProposal = {
  level: PriorityLevel
  /** The most urgent first; empty for P4 without any fact. */
  reasons: PriorityReason[]
}

/**
 * Proposes a level from recorded facts: the most urgent that any of them justifies.
 *
 * It does not replace a professional's judgement, and is valid when a named person has confirmed it.
 */
export function priorityProposal(
  patient: Patient,
  {
    kinds,
    services,
    medicines,
  }: {
    kinds: readonly DeviceKind[]
    services: readonly ServiceDefinition[]
    /** `timeCritical` when any of the patient's medicines is recorded as such. */
    medicines: 'timeCritical' | 'ordinary'
  },
): PriorityProposal {
  const has = (meaning: ServiceDefinition['meaning']) => hasService(patient, meaning, services)
  const reasons: PriorityReason[] = patient.devices.flatMap((device) =>
    deviceReasons(device, kinds),
  )
  // An alarm is welfare technology: beside it alone, nobody has recorded what needs power.
  if (has('lifeEssentialPower') && reasons.length === 0) {
    reasons.push({ kind: 'powerNotMapped', level: 'P1' })
  }
  if (medicines === 'timeCritical') reasons.push({ kind: 'timeCriticalMedicine', level: 'P2' })
  if (has('medicineDispenser')) reasons.push({ kind: 'medicineDispenser', level: 'P3' })
  if (has('safetyAlarm')) reasons.push(alarmReason(patient))
  if (has('digitalSupervision')) reasons.push({ kind: 'digitalSupervision', level: 'P3' })
  if (has('localisation')) reasons.push({ kind: 'localisation', level: 'P3' })
  const sorted = reasons.toSorted((a, b) => (a.level < b.level ? -1 : Number(a.level > b.level)))
  return { level: sorted[0]?.level ?? 'P4', reasons: sorted }
}

/**
 * Returns the record with a new proposal. A priority that a named person has confirmed is kept: a list
 * from the EHR must never undo it.
 */
export function withProposedPriority(
  record: RosterRecord,
  tables: { kinds: readonly DeviceKind[]; services: readonly ServiceDefinition[] },
): RosterRecord {
  const { patient, details } = record
  if ((patient.priority?.confirmed ?? null) !== null) return record
  const medicines = details.medications.some(({ timeCritical }) => timeCritical)
    ? 'timeCritical'
    : 'ordinary'
  const { level, reasons } = priorityProposal(patient, { ...tables, medicines })
  return {
    ...record,
    patient: {
      ...patient,
      priority: { level, reasons, confirmed: null },
    },
  }
}

/** Returns no reason for welfare technology, where the service decides. */
function deviceReasons(device: PoweredDevice, kinds: readonly DeviceKind[]): PriorityReason[] {
  const kind = kinds.find(({ id }) => id === device.kind)
  if (kind === undefined) {
    return [{ kind: 'unknownDevice', listedAs: device.listedAs, level: 'P1' }]
  }
  if (kind.defaultPriority === null) return []
  const { reserveMinutes } = device
  const hasReserve = (reserveMinutes ?? 0) > 0
  return [
    {
      kind: 'device',
      deviceKind: kind.id,
      reserveMinutes,
      level: hasReserve ? (kind.priorityWithReserve ?? kind.defaultPriority) : kind.defaultPriority,
    },
  ]
}

/** A patient who lives alone with a serious condition is most urgent; unknown counts as alone. */
function alarmReason({ livesAlone, critical }: Patient): PriorityReason {
  if (livesAlone === false) return { kind: 'alarmWithOthers', level: 'P4' }
  return critical.some(({ kind }) => kind === 'condition')
    ? { kind: 'alarmAloneWithCondition', level: 'P2' }
    : { kind: 'alarmAlone', level: 'P3' }
}
