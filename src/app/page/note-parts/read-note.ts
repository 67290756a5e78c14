import type { EntryId, PatientId } from '#domain/base/ids.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { type WrittenNote, writtenNotes } from '#domain/vault/written-notes.ts'
import type { Note } from '#domain/entries/note.ts'
import type { Core } from '#app/bridge/core.ts'
import type { Reading } from '#app/bridge/reading.ts'

export type NotesRead = {
  journal: Reading<Note[]>
  /** Also what is said about others, and what only this phone has. */
  notes: WrittenNote[]
  forms: Questionnaire[]
}

/** Reads what is written about a patient, or in the zone's own logs for null. */
export async function readNotes(
  { reader, vault }: Core,
  patientId: PatientId | null,
): Promise<NotesRead> {
  const [journal, own, witnessed, forms] = await Promise.all([
    patientId === null ? reader.listNotes(null) : reader.listNotesAbout(patientId),
    vault.entries.listOwn(),
    vault.secondSigner.listWitnessed(),
    reader.listForms(),
  ])
  const here = [...(own.ok ? own.value : []), ...(witnessed.ok ? witnessed.value : [])]
  return {
    journal,
    notes: writtenNotes(journal.kind === 'open' ? journal.value : [], here, patientId),
    forms: forms.kind === 'open' ? forms.value : [],
  }
}

/** Finds one of them with all that is said about it; null when it is not on this phone. */
export async function findWrittenNote(
  core: Core,
  { entryId, patientId }: { entryId: EntryId; patientId?: PatientId | undefined },
): Promise<(NotesRead & { note: WrittenNote }) | null> {
  const read = await readNotes(core, patientId ?? null)
  const note = read.notes.find((one) => one.entryId === entryId)
  return note === undefined ? null : { ...read, note }
}
