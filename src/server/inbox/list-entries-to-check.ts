import { sql } from 'kysely'
import {
  type EntryToCheck,
  type ListEntriesToCheckAnswer,
  maxEntriesToCheck,
} from '#contract/list-entries-to-check.ts'
import type { World } from '#domain/base/world.ts'
import { ZoneId } from '#domain/base/ids.ts'
import type { CheckCause } from '#domain/entries/check-cause.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import type { InboxEntry, NoticeReason, QuarantineReason } from '../base/inbox-entry.ts'
import type { DatabaseTransaction } from '../database/database.ts'

/**
 * Lists conflicts and quarantined entries of the zones, and those of no zone, the newest first. The header's zone is what the
 * phone says: it decides who is told that an entry waits, and shows nothing of it.
 */
export async function listEntriesToCheck(
  transaction: DatabaseTransaction,
  { zones, world }: { zones: readonly ZoneId[]; world: World },
): Promise<ListEntriesToCheckAnswer> {
  const zone = sql<string | null>`inbox.entry #>> '{header,zone}'`
  const rows = await transaction
    .selectFrom('inbox')
    .leftJoin('device', 'device.deviceId', 'inbox.deviceId')
    .leftJoin('account', 'account.accountId', 'inbox.authorEmployeeId')
    .select([
      'inbox.entryId',
      'inbox.status',
      'inbox.reason',
      'inbox.noticeReason',
      'inbox.authorEmployeeId as authorId',
      'inbox.receivedAt',
      'device.label as deviceLabel',
      'account.name as authorName',
      zone.as('zone'),
      sql<string>`inbox.entry #>> '{header,form}'`.as('form'),
      sql<string>`count(*) over ()`.as('total'),
    ])
    .where((is) =>
      is.or([is('inbox.status', '!=', 'stored'), is('inbox.projected', '=', 'quarantined')]),
    )
    .where(sql`inbox.entry #>> '{header,world}'`, '=', world)
    .where((is) => is.or([is(zone, 'is', null), is(zone, '=', is.fn.any(is.val([...zones])))]))
    .orderBy('inbox.receivedAt', 'desc')
    .orderBy('inbox.n', 'desc')
    .limit(maxEntriesToCheck)
    .execute()
  const total = Number(rows[0]?.total ?? 0)
  return { entries: rows.map(entryToCheck), more: total - rows.length }
}

type Row = Pick<InboxEntry, 'entryId' | 'status' | 'reason' | 'receivedAt'> &
  Pick<EntryToCheck, 'authorId' | 'authorName' | 'deviceLabel'> & {
    noticeReason: NoticeReason | null
    zone: string | null
    form: string
  }

function entryToCheck(row: Row): EntryToCheck {
  const { entryId, authorId, authorName, deviceLabel, receivedAt } = row
  const zone = row.zone === null ? null : ZoneId.parse(row.zone)
  const named = { deviceLabel, authorId, authorName, receivedAt }
  return { entryId, cause: causeOf(row), zone, form: FormReference.parse(row.form), ...named }
}

/** What does not prove who wrote it, or on which phone. */
const ofSignatures: ReadonlySet<string | null> = new Set<QuarantineReason>([
  'wrongMunicipality',
  'wrongDevice',
  'alteredContent',
  'wrongDeviceSignature',
  'unknownAuthor',
  'wrongAuthorSignature',
  'otherAuthor',
])

function causeOf({ status, reason, noticeReason }: Row): CheckCause {
  if (status === 'conflict') return 'copied'
  const why = reason ?? noticeReason
  if (ofSignatures.has(why)) return 'unsigned'
  return why === 'unopened' ? 'unopened' : 'unreadable'
}
