import type { Author } from '#domain/base/author.ts'
import type { EntryId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Draft } from '#domain/forms/draft.ts'
import {
  aboutEntryItems,
  responseAboutEntry,
  withdrawalForm,
} from '#domain/entries/forms-about-entries.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { NewEntry } from '#domain/vault/entry-repository.ts'
import type { WrittenNote } from '#domain/vault/written-notes.ts'
import { withdraw as words } from '#text/nb/screens/writing/countersign.ts'
import { noteNameText } from '#text/nb/words/notes/about-note.ts'
import type { Core } from '#app/bridge/core.ts'

export type WithdrawalDraft = Draft & { withdraws: NonNullable<Draft['withdraws']> }

/** The withdrawal that she has begun, or an empty one. */
export async function beginWithdrawal(
  { vault }: Core,
  note: WrittenNote,
  { id, now, world }: { id: EntryId; now: Instant; world: World },
): Promise<WithdrawalDraft> {
  const listed = await vault.drafts.list()
  const drafts = listed.ok ? listed.value.drafts.map(({ draft }) => draft) : []
  const withdraws = { entryId: note.entryId, reason: '' }
  const found = drafts.find((draft) => draft.withdraws?.entryId === note.entryId)
  if (found?.withdraws !== undefined) return { ...found, withdraws: found.withdraws }
  const { zone, patientId } = note
  return {
    id,
    form: withdrawalForm,
    zone,
    world,
    patientId,
    eventAt: now,
    corrects: null,
    withdraws,
    response: { ...responseAboutEntry('withdraws', []), status: 'in-progress' },
    startedAt: now,
  }
}

/** The entry that takes a note back; the note stays as it is. */
export function withdrawalOf(
  { id, form, zone, world, patientId, withdraws }: WithdrawalDraft,
  about: { note: WrittenNote; title: string; reason: string; author: Author; now: Instant },
): NewEntry {
  const { note, title, reason, author, now } = about
  const { what, reason: why } = aboutEntryItems
  return {
    entryId: id,
    form,
    zone,
    world,
    incident: null,
    content: {
      kind: 'form',
      author,
      patientId,
      eventAt: now,
      writtenAt: now,
      corrects: null,
      withdraws: { ...withdraws, reason },
      response: responseAboutEntry('withdraws', [
        { linkId: what, text: words.what, answer: noteNameText(title, note) },
        { linkId: why, text: words.why, answer: reason },
      ]),
    },
  }
}
