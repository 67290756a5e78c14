import type { Note } from '../entries/note.ts'
import type { EntryId, PatientId } from '../base/ids.ts'
import type { OwnEntry } from './entry-repository.ts'
import type { Instant } from '../time/instant.ts'
import type { EntryState } from '../entries/entry-state.ts'
import { journalResponse } from '../new-patients/registration.ts'

/** A signed form as it is read: from a colleague, or from this phone before the server has it. */
export type WrittenNote = Pick<
  Note,
  | 'entryId'
  | 'form'
  | 'patientId'
  | 'zone'
  | 'author'
  | 'eventAt'
  | 'writtenAt'
  | 'corrects'
  | 'countersigns'
  | 'withdraws'
  | 'hash'
  | 'response'
  | 'marks'
> & {
  /** Null while the server has not received it. */
  receivedAt: Note['receivedAt'] | null
  /** The state of the employee's own entry; null for a colleague's. */
  state: EntryState | null
}

/**
 * Merges the journal with the employee's own entries that are not in it yet, and with what colleagues have signed beside
 * her; newest event first, each once.
 */
export function writtenNotes(
  journal: readonly Note[],
  own: readonly OwnEntry[],
  patientId: PatientId | null,
): WrittenNote[] {
  return writtenNotesOfAll(journal, own).filter((note) => note.patientId === patientId)
}

/** The same of every patient, and of the zone's own logs. */
export function writtenNotesOfAll(
  journal: readonly Note[],
  own: readonly OwnEntry[],
): WrittenNote[] {
  const known = new Set(journal.map(({ entryId }) => entryId))
  const states = new Map(own.map(({ entryId, state }) => [entryId, state]))
  const fromJournal = journal.map((note) => ({ ...note, state: states.get(note.entryId) ?? null }))
  const ownOnly = own.flatMap((entry) => {
    if (known.has(entry.entryId)) return []
    if (entry.content.kind !== 'open' || entry.content.value.kind !== 'form') return []
    const { entryId, form, zone, state, receivedAt } = entry
    if (zone === null) return []
    const { value } = entry.content
    // As the journal will have it: a door code is not read over her shoulder.
    const response = journalResponse({ form, response: value.response })
    return [{ ...value, response, entryId, form, zone, state, receivedAt, marks: [] }]
  })
  return [...fromJournal, ...ownOnly].toSorted((a, b) => (placedAt(a) < placedAt(b) ? 1 : -1))
}

/** No note is later than its receipt: one of a clock that was years ahead is marked, and does not stay on top for years. */
function placedAt({ eventAt, receivedAt }: WrittenNote): Instant {
  return receivedAt !== null && receivedAt < eventAt ? receivedAt : eventAt
}

/** The notes that a later one of these corrects. */
export function correctedIds(notes: readonly Pick<Note, 'corrects'>[]): Set<EntryId> {
  return new Set(notes.flatMap(({ corrects }) => corrects?.entryId ?? []))
}
