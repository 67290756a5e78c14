import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { mapReading, type Reading, withNeeded, withOptional } from '#app/bridge/reading.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { DeviceKind } from '#domain/patient/device-kind.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import { keptArray } from '../../lists/kept.ts'

/** The patients of one zone or all, and the tables without which nobody knows what they depend on. */
export type PatientGround = {
  patients: readonly Patient[]
  services: readonly ServiceDefinition[]
  kinds: readonly DeviceKind[]
  collator: Intl.Collator
}

/** Reads what an incident's lists are made of. The arrays are the same for as long as the lists are. */
export function knownPatients(lists: DeviceLists) {
  const collator = norwegianCollator()
  const keptByZone = new Map<ZoneChoice, ReturnType<typeof keptArray<Patient>>>()
  const keptServices = keptArray<ServiceDefinition>()
  const keptKinds = keptArray<DeviceKind>()

  function keptPatients(zone: ZoneChoice) {
    const kept = keptByZone.get(zone) ?? keptArray<Patient>()
    keptByZone.set(zone, kept)
    return kept
  }

  return async (zone: ZoneChoice): Promise<Reading<PatientGround>> => {
    const [patients, services, kinds] = await Promise.all([
      lists.listPatients(zone),
      lists.listServices(),
      lists.listDeviceKinds(),
    ])
    return mapReading(
      withOptional(withNeeded(patients, services), kinds),
      ({ value, needed }): PatientGround => ({
        patients: keptPatients(zone)(value),
        services: keptServices(needed),
        // Without the table every device counts as one of P1.
        kinds: keptKinds(kinds.kind === 'open' ? kinds.value : []),
        collator,
      }),
    )
  }
}

export type KnownPatients = ReturnType<typeof knownPatients>

/** Remembers what was made of the patients of each zone, for as long as they and the tables are the same. */
export function keptForEach<Value>(
  make: (ground: PatientGround) => Value,
): (ground: PatientGround) => Value {
  const made = new WeakMap<PatientGround['patients'], { ground: PatientGround; value: Value }>()
  return (ground) => {
    const last = made.get(ground.patients)
    if (last?.ground.services === ground.services && last.ground.kinds === ground.kinds) {
      return last.value
    }
    const value = make(ground)
    made.set(ground.patients, { ground, value })
    return value
  }
}
