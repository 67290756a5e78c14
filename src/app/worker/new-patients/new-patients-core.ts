import type { DeviceQueries } from '#app/bridge/device-queries.ts'
import type { DeviceReader } from '#app/bridge/device-reader.ts'
import type { NewPatientQueries } from '#app/bridge/new-patients.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import { newPatientQueries, searchWithFormerNumbers } from './new-patient-queries.ts'
import { ownOfJoined, readerOfJoined } from './own-of-joined.ts'
import { withJoined } from './with-joined.ts'
import { withNewPatients } from './with-new-patients.ts'

/** The lists and what is written, as they are read on a phone: with whom staff registered, and whom leaders have joined. */
export function newPatientsCore(received: DeviceLists, vault: Vault, clock: DeviceClock) {
  const registered = withNewPatients(received, { vault, clock })
  const joined = withJoined(registered, vault.access)
  return {
    lists: joined.lists,
    vault: {
      ...vault,
      ...ownOfJoined(vault, joined),
      ownFacts: { list: () => joined.entries(vault.ownFacts.list()) },
    },
    reader: (reader: DeviceReader) => readerOfJoined(reader, joined),
    queries: (listed: Omit<DeviceQueries, keyof NewPatientQueries>): DeviceQueries => ({
      ...listed,
      ...newPatientQueries(registered, joined),
      searchPatients: searchWithFormerNumbers(listed.searchPatients, joined),
    }),
  }
}
