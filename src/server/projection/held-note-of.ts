import type { HeldNote, HeldReason } from '#domain/entries/held-note.ts'
import type { Note } from '#domain/entries/note.ts'

/** What a zone is told about a note that waits: that it does, and about whom. */
export function heldNoteOf(note: Note, reason: HeldReason): HeldNote {
  const { entryId, zone, patientId, form, eventAt, receivedAt } = note
  return { entryId, zone, patientId, form, eventAt, receivedAt, reason }
}
