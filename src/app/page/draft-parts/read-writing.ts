import type { EntryId, PatientId } from '#domain/base/ids.ts'
import { noteAdditions } from '#domain/entries/note-additions.ts'
import { type FormId, formIdOf, type FormReference } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StoredDraft } from '#domain/vault/draft-repository.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import { type WrittenNote, writtenNotesOfAll } from '#domain/vault/written-notes.ts'
import { unsigned as words } from '#text/nb/screens/writing/unsigned.ts'
import type { Core } from '#app/bridge/core.ts'
import { needsControl } from '#domain/entries/double-control.ts'
import { patientNames } from '../parts/patient-names.ts'
import { isToBeSigned } from '../services/unsigned-draft.ts'

/** A patient and a form that the employee has just written. */
export type Recent = { formId: FormId; form: FormReference; patientId: PatientId; at: Instant }

/** How many are at hand; the rest is one search away. */
const maxRecent = 3

/** What an employee has begun, what she has signed that still needs a colleague, and what she wrote last. */
export async function readWriting({ vault, reader, queries }: Core, now: Instant) {
  const [listed, own, witnessed, journal, forms] = await Promise.all([
    vault.drafts.list(),
    vault.entries.listOwn(),
    vault.secondSigner.listWitnessed(),
    reader.listNotes(null),
    reader.listForms(),
  ])
  const all = listed.ok ? listed.value.drafts : []
  const drafts = all.filter(({ draft }) => isToBeSigned(draft))
  const mine = own.ok ? own.value : []
  const known = forms.kind === 'open' ? forms.value : []
  const here = [...mine, ...(witnessed.ok ? witnessed.value : [])]
  const notes = writtenNotesOfAll(journal.kind === 'open' ? journal.value : [], here)
  const awaiting = awaitingControl(notes, { mine, forms: known })
  const recent = recentOf(mine, drafts)
  const ids = [...drafts.map(({ draft }) => draft), ...awaiting, ...recent].flatMap(
    ({ patientId }) => patientId ?? [],
  )
  const nameOf = patientNames(await queries.patientsByName(ids), {
    unknown: words.unknownPatient,
    now,
  })
  return { drafts, damaged: listed.ok ? listed.value.damaged : 0, awaiting, recent, nameOf }
}

function awaitingControl(
  notes: readonly WrittenNote[],
  { mine, forms }: { mine: readonly OwnEntry[]; forms: readonly Questionnaire[] },
): WrittenNote[] {
  const own = new Set<EntryId>(mine.map(({ entryId }) => entryId))
  const additionsOf = noteAdditions(notes)
  return notes.filter((note) => {
    if (!own.has(note.entryId) || !needsControl(note, forms)) return false
    const { countersigned, withdrawn } = additionsOf(note)
    return countersigned.length === 0 && withdrawn === null
  })
}

/** Each patient once, the newest first, without those of whom something lies begun: that is above. */
function recentOf(mine: readonly OwnEntry[], drafts: readonly StoredDraft[]): Recent[] {
  const begun = new Set(drafts.map(({ draft }) => draft.patientId))
  const written = mine.flatMap(({ form, content }): Recent[] => {
    if (content.kind !== 'open' || content.value.kind !== 'form') return []
    const { patientId, writtenAt, countersigns, withdraws } = content.value
    if (patientId === null || countersigns !== undefined || withdraws !== undefined) return []
    return begun.has(patientId) ? [] : [{ formId: formIdOf(form), form, patientId, at: writtenAt }]
  })
  return written
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .filter((one, at, all) => all.findIndex(({ patientId }) => patientId === one.patientId) === at)
    .slice(0, maxRecent)
}
