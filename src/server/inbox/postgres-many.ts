import { sql } from 'kysely'
import type { DeviceId, EntryId, MunicipalityId } from '#domain/base/ids.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { lockNames } from '../database/lock-name.ts'
import type { AccessRecord, InboxDevice, Notice, Repetition } from './inbox-store.ts'
import { deviceColumns, effectName, repetitionColumns } from './postgres-inbox-store.ts'

/** Waits for the locks of several effects, and lists for each what `InboxStore.listRepetitions` does. */
export async function lockRepetitions(
  transaction: DatabaseTransaction,
  municipality: MunicipalityId,
  originals: readonly EntryId[],
): Promise<Map<EntryId, Repetition[]>> {
  await lockNames(
    transaction,
    originals.map((original) => effectName(municipality, original)),
  )
  const ids = sql<EntryId>`any(${[...originals]}::uuid[])`
  const stored = transaction
    .selectFrom('inbox')
    .select([...repetitionColumns, 'reseals'])
    .where('status', '=', 'stored')
  // Two queries that each have an index: one with «or» would be neither's.
  const rows = await stored
    .where('entryId', '=', ids)
    .union(stored.where('reseals', '=', ids))
    .execute()
  const byOriginal = new Map(originals.map((original) => [original, new Array<Repetition>()]))
  for (const { reseals, ...row } of rows) {
    for (const original of new Set([row.entryId, reseals])) {
      if (original !== null) byOriginal.get(original)?.push(row)
    }
  }
  return byOriginal
}

/** In the order of their ids, so that two who lock several cannot deadlock. */
export async function lockDevices(
  transaction: DatabaseTransaction,
  deviceIds: readonly DeviceId[],
): Promise<Map<DeviceId, InboxDevice>> {
  const devices = await transaction
    .selectFrom('device')
    .select(deviceColumns)
    .where('deviceId', '=', sql<DeviceId>`any(${[...deviceIds]}::uuid[])`)
    .orderBy('deviceId')
    .forUpdate()
    .execute()
  return new Map(devices.map((device) => [device.deviceId, device]))
}

/** What a notice changes of its device. */
export async function saveNoticed(
  transaction: DatabaseTransaction,
  devices: readonly InboxDevice[],
): Promise<void> {
  await sql`
    update device set notice_cursor = noticed.cursor, used_at = noticed.used_at,
      used_entries = noticed.entries, used_bytes = noticed.bytes, used_junk_bytes = noticed.junk
    from unnest(
      ${devices.map(({ deviceId }) => deviceId)}::uuid[],
      ${devices.map(({ noticeCursor }) => noticeCursor)}::bigint[],
      ${devices.map(({ usedAt }) => usedAt)}::timestamptz[],
      ${devices.map(({ usedEntries }) => usedEntries)}::double precision[],
      ${devices.map(({ usedBytes }) => usedBytes)}::double precision[],
      ${devices.map(({ usedJunkBytes }) => usedJunkBytes)}::double precision[]
    ) as noticed (device_id, cursor, used_at, entries, bytes, junk)
    where device.device_id = noticed.device_id`.execute(transaction)
}

type Marked = { row: Pick<InboxEntry, 'deviceId' | 'bytesHash'>; notice: Notice }

/**
 * The hashes stand in it twice: where PostgreSQL has no statistics yet, as when the first flood comes to a new server, it compares
 * every entry of the inbox with each of these, unless one condition alone leaves most of them out.
 */
export async function markAllProjected(
  transaction: DatabaseTransaction,
  marked: readonly Marked[],
): Promise<void> {
  const hashes = marked.map(({ row }) => row.bytesHash)
  await sql`
    update inbox set projected = marked.kind, notice_cursor = marked.cursor,
      notice_reason = marked.reason, due_at = null, waits_for = null
    from unnest(
      ${marked.map(({ row }) => row.deviceId)}::uuid[],
      ${hashes}::text[],
      ${marked.map(({ notice }) => notice.kind)}::text[],
      ${marked.map(({ notice }) => notice.cursor)}::bigint[],
      ${marked.map(({ notice }) => notice.reason)}::text[]
    ) as marked (device_id, bytes_hash, kind, cursor, reason)
    where inbox.device_id = marked.device_id and inbox.bytes_hash = marked.bytes_hash
      and inbox.bytes_hash = any(${hashes})`.execute(transaction)
}

export async function recordAccesses(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
  records: readonly AccessRecord[],
): Promise<void> {
  await transaction
    .insertInto('accessLog')
    .values(
      records.map(({ zone, incident, ...record }) => ({
        municipalityId,
        ...record,
        zoneId: zone,
        incidentId: incident,
      })),
    )
    .execute()
}
