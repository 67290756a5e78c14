import { sql } from 'kysely'
import type { ZoneStatus } from '#contract/municipality/list-zone-status.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'

type Counted = { zoneId: ZoneId; phones: number; heard: number }

/** Reads how the phones and the binder of each of these zones stand. */
export async function readZoneStatus(
  transaction: DatabaseTransaction,
  { zones, world, now }: { zones: readonly ZoneId[]; world: World; now: Instant },
): Promise<ZoneStatus[]> {
  const since = plusMinutes(now, -24 * 60)
  const { rows: phones } = await sql<Counted>`
    select account_zone.zone_id, count(distinct device.device_id)::int as phones,
      (count(distinct device.device_id) filter (where greatest(device.heard_at,
        (select max(contact.at) from device_contact as contact
          where contact.device_id = device.device_id)) >= ${since}))::int as heard
    from device
    join enrolled_key on enrolled_key.device_id = device.device_id
      and enrolled_key.municipality_id = device.municipality_id
    join account_zone on account_zone.account_id = enrolled_key.employee_id
      and account_zone.municipality_id = device.municipality_id
    where device.closed_at is null and account_zone.zone_id = any(${[...zones]}::text[])
    group by account_zone.zone_id`.execute(transaction)
  const prints = await transaction
    .selectFrom('binderCopy')
    .select(['zoneId', ({ fn }) => fn.max('printedAt').as('printedAt')])
    .where('world', '=', world)
    .where('zoneId', 'in', [...zones])
    .groupBy('zoneId')
    .execute()
  return zones.map((zone) => {
    const counted = phones.find(({ zoneId }) => zoneId === zone)
    return {
      zone,
      phones: { count: counted?.phones ?? 0, heardWithinDay: counted?.heard ?? 0 },
      binderPrintedAt: prints.find(({ zoneId }) => zoneId === zone)?.printedAt ?? null,
    }
  })
}
