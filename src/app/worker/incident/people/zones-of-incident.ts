import type { IncidentQueries, ZoneOfIncident } from '#app/bridge/incident-queries.ts'
import { mapReading } from '#app/bridge/reading.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import { ownContactOf } from '#domain/contacts/zone-contact.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import type { ReadKnown } from '../model/incident-model.ts'
import { elsewhereOf, type WhomToAsk } from './elsewhere.ts'
import type { ReadWhomToAsk } from './read-whom-to-ask.ts'

type Services = {
  vault: Pick<Vault, 'access'>
  lists: Pick<DeviceLists, 'listZoneSums'>
  readKnown: ReadKnown
  readWhomToAsk: ReadWhomToAsk
}

/** The zones of an incident, also those that this phone has not, with the server's sums. */
export function zonesOfIncident({
  vault,
  lists,
  readKnown,
  readWhomToAsk,
}: Services): Pick<IncidentQueries, 'zones'> {
  const collator = norwegianCollator()
  return {
    async zones(id) {
      const [known, summed, whom, unlocked] = await Promise.all([
        readKnown(),
        lists.listZoneSums(),
        readWhomToAsk(),
        vault.access.findUnlocked(),
      ])
      if (unlocked === null) return { kind: 'locked' }
      const { role, zones } = unlocked.profile
      const own = holdsClass(role, 'people') ? zones.map((zone) => zone.id) : []
      const all = summed.kind === 'open' ? summed.value : []
      return mapReading(known, ({ find }) => {
        const incident = find(id)
        const places = incident?.area.zones ?? []
        const rows = places.map((zone): ZoneOfIncident => {
          // HDU is whom the others ask, and asks whoever answers for the zone.
          const asked = role === 'hdu' ? ownContacts(zone, whom) : whom
          const elsewhere = elsewhereOf(zone, asked)
          return {
            zone: elsewhere.zone ?? { id: zone, name: zone },
            isHere: own.includes(zone),
            sums: all.find((one) => one.incident === incident?.id && one.zone === zone) ?? null,
            whom: { phone: elsewhere.phone, role: elsewhere.role },
          }
        })
        return rows.toSorted((a, b) =>
          collator.compare(a.zone.name ?? a.zone.id, b.zone.name ?? b.zone.id),
        )
      })
    },
  }
}

function ownContacts(zone: ZoneId, { zones, contacts }: WhomToAsk): WhomToAsk {
  const own = ownContactOf(zone, contacts)
  return { zones, contacts: own === null ? [] : [own] }
}
