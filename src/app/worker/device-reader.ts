import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type { DeviceReader } from '#app/bridge/device-reader.ts'
import { mapReading } from '#app/bridge/reading.ts'
import type { KnownAmendments } from './amendments/known-amendments.ts'
import type { DeviceLists } from './lists/device-lists.ts'
import { zoneNames } from './lists/zone-names.ts'

/** What leaves the worker as it is: of the lists of patients never more than the one who was asked for. */
export function deviceReader(
  lists: DeviceLists,
  access: Pick<VaultAccess, 'findUnlocked'>,
  { listHidden }: Pick<KnownAmendments, 'listHidden'>,
): DeviceReader {
  const { listNotes, listHeldNotes, listForms, listServices, listDeviceKinds } = lists
  const { listCards, listSymptomGuides, listReadyMessages, listContacts, listZonePlans } = lists
  return {
    listNotes,
    listHeldNotes,
    listCards,
    listSymptomGuides,
    listReadyMessages,
    listContacts,
    listZonePlans,
    listForms,
    listServices,
    listDeviceKinds,
    listZoneNames: () => zoneNames(lists, access),

    async listNotesAbout(id) {
      return mapReading(await lists.listNotes(null), (notes) =>
        notes.filter(({ patientId }) => patientId === id),
      )
    },

    async listHeldNotesAbout(id) {
      return mapReading(await lists.listHeldNotes(null), (held) =>
        held.filter(({ patientId }) => patientId === id),
      )
    },

    async findPatient(id) {
      return mapReading(
        await lists.listPatients(null),
        (patients) => patients.find((patient) => patient.id === id) ?? null,
      )
    },

    async findDetails(id, zone) {
      return mapReading(
        await lists.listDetails(zone),
        (all) => all.find(({ patientId }) => patientId === id) ?? null,
      )
    },

    async listProtectedAmendments(id, zone) {
      return mapReading(await listHidden(zone), (all) =>
        all.filter(({ patientId }) => patientId === id),
      )
    },

    async findProtected(id, zone) {
      return mapReading(
        await lists.listProtected(zone),
        (all) => all.find(({ patientId }) => patientId === id) ?? null,
      )
    },
  }
}
