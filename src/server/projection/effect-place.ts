import type { EntryId } from '#domain/base/ids.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { InboxEntry, NoticeKind, NoticeReason } from '../base/inbox-entry.ts'
import type { InboxStore, Repetition } from '../inbox/inbox-store.ts'

/** What became of an entry or a repetition of it. */
export type Settled = {
  kind: 'settled'
  as: Exclude<NoticeKind, 'quarantined'>
  reason: NoticeReason | null
}

/** effect: the entry has one, under this id. settled: the same content has had it, or a leader decides about it already. */
export type EffectPlace = { kind: 'effect'; entryId: EntryId } | Settled

/**
 * Decides about an entry and those that repeat it for another key of the server (`reseals`): together they have one
 * effect or one question to a leader, whichever of them is opened first. Only the same author's repetition counts, so
 * that nobody takes the effect from a colleague's entry, and an effect has the original's id, by which corrections find
 * it.
 */
export async function placeEffect(
  inbox: Pick<InboxStore, 'lockEffect' | 'listRepetitions'>,
  row: InboxEntry,
): Promise<Result<EffectPlace, 'otherAuthor'>> {
  const { reseals } = row.entry.header
  const original = originalOf(row)
  await inbox.lockEffect(original)
  const others = (await inbox.listRepetitions(original)).filter(
    ({ entryId }) => entryId !== row.entryId,
  )
  const own = others.filter(({ authorEmployeeId }) => authorEmployeeId === row.authorEmployeeId)
  const settled = own.flatMap(settledAs)[0]
  if (settled !== undefined) return accepted(settled)
  if (reseals === null) return accepted({ kind: 'effect', entryId: row.entryId })
  const strangers = others.filter((other) => !own.includes(other))
  if (strangers.some(({ entryId }) => entryId === original)) return refused('otherAuthor')
  // A stranger has repeated an entry that is not here: the id may be hers, and nobody's note may be lost by that.
  const isTaken = strangers.some((other) => settledAs(other).length > 0)
  return accepted({ kind: 'effect', entryId: isTaken ? row.entryId : original })
}

/** The entry whose effect it is: the one that it repeats, or itself. */
export function originalOf({ entryId, entry }: Pick<InboxEntry, 'entryId' | 'entry'>): EntryId {
  return entry.header.reseals ?? entryId
}

/** Nothing for one that waits, or that was not valid. */
function settledAs({ projected, reason }: Repetition): Settled[] {
  return projected === 'waiting' || projected === 'quarantined'
    ? []
    : [{ kind: 'settled', as: projected, reason }]
}
