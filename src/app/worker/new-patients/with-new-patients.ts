import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { mapReading, type Reading } from '#app/bridge/reading.ts'
import { concernsRegistrations } from '#domain/new-patients/registration.ts'
import type { DeviceKind } from '#domain/patient/device-kind.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import { keptArray, keptLast } from '../lists/kept.ts'
import { type OwnRegistrations, ownRegistrations } from './own-registrations.ts'

type Services = { vault: Pick<Vault, 'ownFacts'>; clock: DeviceClock }

/** The lists, with those whom the employee has registered on this phone and the server has not given back. */
export function withNewPatients(lists: DeviceLists, { vault, clock }: Services): DeviceLists {
  const keptAll = keptArray<Patient>()
  const keptEntries = keptArray<OwnEntry>()
  const keptServices = keptArray<ServiceDefinition>()
  const keptKinds = keptArray<DeviceKind>()
  const make = keptLast(
    (
      entries: readonly OwnEntry[],
      received: readonly Patient[],
      services: readonly ServiceDefinition[],
      kinds: readonly DeviceKind[],
    ) => ownRegistrations(entries, received, { services, kinds }, clock.now()),
  )

  /** Null on most phones: nobody was registered here, and the lists are as the streams have them. */
  async function findOwn(): Promise<OwnRegistrations | null> {
    const entries = await vault.ownFacts.list()
    if (!entries.ok) return null
    const own = entries.value.filter(concernsRegistrations)
    if (own.length === 0) return null
    const [received, services, kinds] = await Promise.all([
      lists.listPatients(null),
      lists.listServices(),
      lists.listDeviceKinds(),
    ])
    return make(
      keptEntries(own),
      keptAll(valuesOf(received)),
      keptServices(valuesOf(services)),
      keptKinds(valuesOf(kinds)),
    )
  }

  async function overlaid<Value extends Patient | PatientDetails | ProtectedDetails>(
    read: Promise<Reading<Value[]>>,
    overlay: (values: Value[], own: OwnRegistrations) => Value[],
  ): Promise<Reading<Value[]>> {
    const [reading, own] = await Promise.all([read, findOwn()])
    return own === null || isNothing(own)
      ? reading
      : mapReading(reading, (values) => overlay(values, own))
  }

  return {
    ...lists,
    listPatients: (zone) =>
      overlaid(lists.listPatients(zone), (patients, own) => [
        ...patients.filter(({ id }) => !own.withdrawn.has(id) && !own.records.has(id)),
        ...recordsIn(own, zone).map(({ patient }) => patient),
      ]),
    listDetails: (zone) =>
      overlaid(lists.listDetails(zone), (all, own) => [
        ...all.filter(({ patientId }) => own.records.get(patientId)?.details === undefined),
        ...recordsIn(own, zone).flatMap(({ details }) => details ?? []),
      ]),
    listProtected: (zone) =>
      overlaid(lists.listProtected(zone), (all, own) => [
        ...all.filter(({ patientId }) => own.records.get(patientId)?.details === undefined),
        ...recordsIn(own, zone).flatMap(({ protectedDetails }) => protectedDetails ?? []),
      ]),
  }
}

function isNothing({ records, withdrawn }: OwnRegistrations): boolean {
  return records.size + withdrawn.size === 0
}

function recordsIn({ records }: OwnRegistrations, zone: ZoneChoice) {
  return [...records.values()].filter(({ patient }) => zone === null || patient.zone === zone)
}

function valuesOf<Value>(reading: Reading<Value[]>): readonly Value[] {
  return reading.kind === 'open' ? reading.value : []
}
