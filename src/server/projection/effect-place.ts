import type { EntryId } from '#domain/base/ids.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'

/** effect: the entry has one, under this id. hadEffect: the same content has had it already. */
export type EffectPlace = { kind: 'effect'; entryId: EntryId } | { kind: 'hadEffect' }

/**
 * Decides about an entry and those that repeat it for another key of the server (`reseals`): together they have one
 * effect, whichever of them is opened first. Only the same author's repetition counts, so that nobody takes the effect
 * from a colleague's entry, and an effect has the original's id, by which corrections find it.
 */
export async function placeEffect(
  inbox: Pick<InboxStore, 'lockEffect' | 'listRepetitions'>,
  row: InboxEntry,
): Promise<Result<EffectPlace, 'otherAuthor'>> {
  const { reseals } = row.entry.header
  const original = reseals ?? row.entryId
  await inbox.lockEffect(original)
  const others = (await inbox.listRepetitions(original)).filter(
    ({ entryId }) => entryId !== row.entryId,
  )
  const own = others.filter(({ authorEmployeeId }) => authorEmployeeId === row.authorEmployeeId)
  if (own.some(({ projected }) => projected === 'applied')) return accepted({ kind: 'hadEffect' })
  if (reseals === null) return accepted({ kind: 'effect', entryId: row.entryId })
  const strangers = others.filter((other) => !own.includes(other))
  if (strangers.some(({ entryId }) => entryId === original)) return refused('otherAuthor')
  // A stranger has repeated an entry that is not here: the id may be hers, and nobody's note may be lost by that.
  const isTaken = strangers.some(({ projected }) => projected === 'applied')
  return accepted({ kind: 'effect', entryId: isTaken ? row.entryId : original })
}
