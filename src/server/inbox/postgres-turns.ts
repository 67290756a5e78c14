import { sql } from 'kysely'
import type { DeviceId, KeyId } from '#domain/base/ids.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { InboxStore } from './inbox-store.ts'

const isReady = sql`status = 'stored' and projected = 'waiting' and due_at is null`

/**
 * The next turn of a device, among the entries sealed to a key: after its own last one, and not before the turn that
 * all the others are at. Both ends are read from an index, however many wait.
 */
function nextTurn(device: ReturnType<typeof sql>, key: ReturnType<typeof sql>) {
  return sql<number>`greatest(
    coalesce((select turn from inbox as own where own.device_id = ${device} and own.sealed_to = ${key} and ${isReady}
      order by own.turn desc limit 1) + 1, 0),
    coalesce((select turn from inbox as every where every.sealed_to = ${key} and ${isReady}
      order by every.turn limit 1), 0))`
}

export async function nextTurns(
  transaction: DatabaseTransaction,
  deviceId: DeviceId,
  keys: ReadonlySet<KeyId>,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; turn: number }>`
    select key, ${nextTurn(sql`${deviceId}::uuid`, sql`key`)}::bigint as turn
    from unnest(${[...keys]}::text[]) as key`.execute(transaction)
  return new Map(rows.map(({ key, turn }) => [key, turn]))
}

/** The part of the inbox that makes entries wait and makes them ready again. */
export function postponements(
  transaction: DatabaseTransaction,
): Pick<InboxStore, 'countFault' | 'postpone' | 'makeReady' | 'hastenNewer' | 'countPostponed'> {
  return {
    async countFault({ deviceId, bytesHash }) {
      const counted = await transaction
        .updateTable('inbox')
        .set({ faults: sql<number>`faults + 1` })
        .where('deviceId', '=', deviceId)
        .where('bytesHash', '=', bytesHash)
        .where('status', '=', 'stored')
        .where('projected', '=', 'waiting')
        .returning('faults')
        .executeTakeFirst()
      return counted?.faults ?? null
    },
    async postpone({ deviceId, bytesHash }, { until, waitsFor }) {
      await transaction
        .updateTable('inbox')
        .set({ dueAt: until, waitsFor })
        .where('deviceId', '=', deviceId)
        .where('bytesHash', '=', bytesHash)
        .where('projected', '=', 'waiting')
        .execute()
    },
    async makeReady(now, limit) {
      const { numAffectedRows } = await sql`
        with due as (
          select device_id, bytes_hash, sealed_to, due_at, n from inbox
          where status = 'stored' and projected = 'waiting' and due_at <= ${now}
          order by due_at limit ${limit} for update skip locked
        ), placed as (
          select device_id, bytes_hash, sealed_to,
            row_number() over (partition by device_id, sealed_to order by due_at, n) - 1 as place
          from due
        ), first as (
          select device_id, sealed_to, ${nextTurn(sql`devices.device_id`, sql`devices.sealed_to`)} as turn
          from (select distinct device_id, sealed_to from due) as devices
        )
        update inbox set due_at = null, waits_for = null, turn = first.turn + placed.place
        from placed join first using (device_id, sealed_to)
        where inbox.device_id = placed.device_id and inbox.bytes_hash = placed.bytes_hash`.execute(
        transaction,
      )
      return Number(numAffectedRows ?? 0)
    },
    async hastenNewer(now) {
      await transaction
        .updateTable('inbox')
        .set({ dueAt: now })
        .where('status', '=', 'stored')
        .where('projected', '=', 'waiting')
        .where('waitsFor', '=', 'newerServer')
        .where('dueAt', '>', now)
        .execute()
    },
    async countPostponed() {
      const rows = await transaction
        .selectFrom('inbox')
        .select(({ fn }) => ['waitsFor', fn.countAll<number>().as('entries')])
        .where('status', '=', 'stored')
        .where('projected', '=', 'waiting')
        .where('dueAt', 'is not', null)
        .groupBy('waitsFor')
        .execute()
      const of = (wanted: 'retry' | 'newerServer') =>
        rows.find(({ waitsFor }) => waitsFor === wanted)?.entries ?? 0
      return { retry: of('retry'), newerServer: of('newerServer') }
    },
  }
}
