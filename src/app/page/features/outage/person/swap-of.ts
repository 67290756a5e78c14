import type { PatientId } from '#domain/base/ids.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import type { PowerFinding } from '#domain/people/person-fact.ts'

/** What is swapped when it runs low: oxygen comes in bottles, which are a reserve; all else has a battery. */
export function swapOf({ kind, reserve }: PoweredDevice): 'battery' | 'bottle' {
  const isOxygen = kind?.startsWith('oxygen') === true
  return isOxygen || reserve?.toLowerCase().includes('flaske') === true ? 'bottle' : 'battery'
}

/** A finding that says nothing yet. */
export function nothingFound(patientId: PatientId): PowerFinding {
  return {
    patientId,
    poweredDeviceId: null,
    batteryMinutes: null,
    reserveMinutes: null,
    hasPower: null,
    someoneThere: null,
    word: null,
  }
}

/**
 * What a swap says: how long what is in use now lasts, a bottle too, and that the recorded reserve may be what was taken.
 * Null minutes: nobody knows how long it lasts, so that no deadline moves.
 */
export function swapFinding(
  { id }: PoweredDevice,
  minutes: number | null,
  notKnown: string,
): Partial<PowerFinding> {
  return minutes === null
    ? { poweredDeviceId: id, word: notKnown }
    : { poweredDeviceId: id, batteryMinutes: minutes, reserveMinutes: 0 }
}

/** How long it lasts by the record, when it is full. */
export function recordedMinutes(device: PoweredDevice): number | null {
  const { batteryMinutes, reserveMinutes } = device
  const minutes = swapOf(device) === 'bottle' ? reserveMinutes : batteryMinutes
  return minutes === 0 ? null : minutes
}
