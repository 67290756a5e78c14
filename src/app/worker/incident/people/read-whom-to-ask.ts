import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import { zoneNames } from '../../lists/zone-names.ts'
import type { WhomToAsk } from './elsewhere.ts'

export type ReadWhomToAsk = () => Promise<WhomToAsk>

/** Reads the names of zones and the contacts; without lists of them the employee's own zones, and nobody. */
export function whomToAskReader(
  lists: Pick<DeviceLists, 'listContacts' | 'listZoneDirectories'>,
  access: Pick<Vault['access'], 'findUnlocked'>,
): ReadWhomToAsk {
  return async () => {
    const [contacts, zones, unlocked] = await Promise.all([
      lists.listContacts(),
      zoneNames(lists, access),
      access.findUnlocked(),
    ])
    return {
      zones: zones.kind === 'open' ? zones.value : (unlocked?.profile.zones ?? []),
      contacts: contacts.kind === 'open' ? contacts.value : [],
    }
  }
}
