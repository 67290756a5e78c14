import { sql } from 'kysely'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { EmployeeId, EntryId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { lockName } from '../database/lock-name.ts'
import type { InboxStore } from './inbox-store.ts'
import { nextTurns, postponements } from './postgres-turns.ts'

export const deviceColumns = [
  'deviceId',
  'keyId',
  'head',
  'noticeCursor',
  'durable',
  'usedAt',
  'usedEntries',
  'usedBytes',
  'usedJunkBytes',
] as const
const heldColumns = [
  'bytesHash',
  'entryHash',
  'deviceId',
  'entryId',
  'n',
  'prevHash',
  'status',
  'reason',
  'projected',
] as const
export const claimedColumns = [
  ...heldColumns,
  'authorEmployeeId',
  'receivedAt',
  'contactBefore',
  'clockAheadMinutes',
  'credentialExpiresAt',
  'entry',
] as const
export const repetitionColumns = [
  'deviceId',
  'bytesHash',
  'entryHash',
  'entryId',
  'authorEmployeeId',
  'projected',
  'noticeReason as reason',
] as const

/** The inbox in PostgreSQL, within the caller's transaction and its tenant. */
export function postgresInboxStore(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
): InboxStore {
  const inbox = () => transaction.selectFrom('inbox')
  return {
    async lockDevice(deviceId) {
      const device = await transaction
        .selectFrom('device')
        .select(deviceColumns)
        .where('deviceId', '=', deviceId)
        .forUpdate()
        .executeTakeFirst()
      return device ?? null
    },
    async registerDevice(device) {
      const unknown = { label: null, enrolledBy: null, enrolledAt: null }
      await transaction
        .insertInto('device')
        .values({ municipalityId, ...device, ...unknown })
        .onConflict((known) => known.doNothing())
        .execute()
    },
    async saveDevice({ deviceId, keyId: _key, ...changed }) {
      await transaction
        .updateTable('device')
        .set(changed)
        .where('deviceId', '=', deviceId)
        .execute()
    },
    async listHeld(deviceId, { numbers, entryIds }) {
      const byNumber = inbox()
        .select(heldColumns)
        .where('deviceId', '=', deviceId)
        .where('n', '=', sql<number>`any(${[...numbers]}::integer[])`)
      const byId = inbox()
        .select(heldColumns)
        .where('entryId', '=', sql<never>`any(${[...entryIds]}::uuid[])`)
      return await byNumber.union(byId).execute()
    },
    async listDisputed(deviceId, limit) {
      return await inbox()
        .select(heldColumns)
        .where('deviceId', '=', deviceId)
        .where('status', '<>', 'stored')
        .orderBy('n', 'desc')
        .limit(limit)
        .execute()
    },
    async insertEntries(entries) {
      const [first] = entries
      if (first === undefined) return []
      const keys = new Set(entries.map(({ entry }) => entry.header.serverKeyId))
      const turns = await nextTurns(transaction, first.deviceId, keys)
      const added = await transaction
        .insertInto('inbox')
        .values(
          entries.map((entry, place) => ({
            municipalityId,
            ...entry,
            entry: canonicalJson(entry.entry),
            turn: (turns.get(entry.entry.header.serverKeyId) ?? 0) + place,
            noticeCursor: null,
            noticeReason: null,
          })),
        )
        .onConflict((known) => known.doNothing())
        .returning('bytesHash')
        .execute()
      return added.map(({ bytesHash }) => bytesHash)
    },
    async listNumbers(deviceId, above) {
      const rows = await inbox()
        .select('n')
        .distinct()
        .where('deviceId', '=', deviceId)
        .where('n', '>', above)
        .orderBy('n')
        .execute()
      return rows.map(({ n }) => n)
    },
    async hasNotice(deviceId, cursor) {
      const found = await inbox()
        .select('n')
        .where('deviceId', '=', deviceId)
        .where('noticeCursor', '=', cursor)
        .executeTakeFirst()
      return found !== undefined
    },
    async listNotices(deviceId, after, limit) {
      const rows = await inbox()
        .select(['noticeCursor', 'entryId', 'projected', 'noticeReason'])
        .where('deviceId', '=', deviceId)
        .where('noticeCursor', '>', after)
        .orderBy('noticeCursor')
        .limit(limit)
        .execute()
      return rows.flatMap(({ noticeCursor, entryId, projected, noticeReason }) =>
        noticeCursor === null || projected === 'waiting'
          ? []
          : [{ cursor: noticeCursor, entryId, kind: projected, reason: noticeReason }],
      )
    },
    async claimWaiting(sealedTo, without) {
      const [claimed] = await claimMany(transaction, sealedTo, { without, limit: 1 })
      return claimed ?? null
    },
    ...postponements(transaction),
    async listAwaitingKeys(held) {
      return await inbox()
        .select(({ fn }) => ['sealedTo as keyId', fn.countAll<number>().as('entries')])
        .where('status', '=', 'stored')
        .where('projected', '=', 'waiting')
        .where('sealedTo', '<>', sql<KeyId>`all(${[...held]}::text[])`)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('inbox as other')
                .select('other.entryId')
                .where('other.status', '=', 'stored')
                .where('other.projected', 'not in', ['waiting', 'quarantined'])
                .whereRef('other.authorEmployeeId', '=', 'inbox.authorEmployeeId')
                .where((other) =>
                  other.or([
                    other(
                      'other.reseals',
                      '=',
                      sql<EntryId>`coalesce(inbox.reseals, inbox.entry_id)`,
                    ),
                    other('other.entryId', '=', other.ref('inbox.reseals')),
                  ]),
                ),
            ),
          ),
        )
        .groupBy('sealedTo')
        .orderBy('sealedTo')
        .execute()
    },
    async lockEffect(original) {
      await lockName(transaction, effectName(municipalityId, original))
    },
    async listRepetitions(original) {
      return await inbox()
        .select(repetitionColumns)
        .where('status', '=', 'stored')
        .where((row) => row.or([row('entryId', '=', original), row('reseals', '=', original)]))
        .execute()
    },
    async markProjected({ deviceId, bytesHash }, { cursor, kind, reason }) {
      await transaction
        .updateTable('inbox')
        .set({
          projected: kind,
          noticeCursor: cursor,
          noticeReason: reason,
          dueAt: null,
          waitsFor: null,
        })
        .where('deviceId', '=', deviceId)
        .where('bytesHash', '=', bytesHash)
        .execute()
    },
    async listContacts(deviceId) {
      const rows = await transaction
        .selectFrom('deviceContact')
        .select(['employeeId', 'at'])
        .where('deviceId', '=', deviceId)
        .execute()
      return new Map(rows.map(({ employeeId, at }) => [employeeId, at]))
    },
    async recordContact({ deviceId, employeeId, at }) {
      await transaction
        .insertInto('deviceContact')
        .columns(['municipalityId', 'deviceId', 'employeeId', 'at'])
        .expression((from) =>
          from
            .selectFrom('device')
            .select(({ val }) => [
              'municipalityId',
              'deviceId',
              sql<EmployeeId>`${val(employeeId)}::uuid`.as('employeeId'),
              sql<Instant>`${val(at)}::timestamptz`.as('at'),
            ])
            .where('deviceId', '=', deviceId),
        )
        .onConflict((known) =>
          known
            .columns(['municipalityId', 'deviceId', 'employeeId'])
            .doUpdateSet({ at })
            .where('deviceContact.at', '<', at),
        )
        .execute()
    },
    async recordAccess({ zone, incident, ...record }) {
      await transaction
        .insertInto('accessLog')
        .values({ municipalityId, ...record, zoneId: zone, incidentId: incident })
        .execute()
    },
  }
}

/** The lock of the one effect that an entry and its repetitions have. */
export function effectName(municipality: MunicipalityId, original: EntryId): string {
  return `effect ${municipality} ${original}`
}

/** Claims as `claimWaiting` does, so many at once: the devices' turns are one order, whoever asks for how much of it. */
export async function claimMany(
  transaction: DatabaseTransaction,
  sealedTo: KeyId,
  { without, limit }: { without: ReadonlySet<string>; limit: number },
): Promise<InboxEntry[]> {
  return await transaction
    .selectFrom('inbox')
    .select(claimedColumns)
    .where('status', '=', 'stored')
    .where('projected', '=', 'waiting')
    .where('dueAt', 'is', null)
    .where('sealedTo', '=', sealedTo)
    .where('bytesHash', '<>', sql<string>`all(${[...without]}::text[])`)
    .orderBy('turn')
    .orderBy('receivedAt')
    .orderBy('n')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}
