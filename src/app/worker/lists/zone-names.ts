import type { ZoneDirectory } from '#domain/contacts/zone-directory.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import { mapReading, type Reading } from '#app/bridge/reading.ts'
import type { DeviceLists } from './device-lists.ts'

type ZoneNames = ZoneDirectory['zones']

/** What the municipality's zones are called: as the server has told, and of the employee's own as her profile says. */
export async function zoneNames(
  lists: Pick<DeviceLists, 'listZoneDirectories'>,
  access: Pick<VaultAccess, 'findUnlocked'>,
): Promise<Reading<ZoneNames>> {
  const [directories, unlocked] = await Promise.all([
    lists.listZoneDirectories(),
    access.findUnlocked(),
  ])
  if (unlocked === null) return { kind: 'locked' }
  const own = unlocked.profile.zones
  return mapReading(directories, (all) => {
    const named = all.flatMap(({ zones }) => zones)
    return [...own, ...named.filter(({ id }) => !own.some((zone) => zone.id === id))]
  })
}
