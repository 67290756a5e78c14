import type { Author } from '../base/author.ts'
import { grouped } from '../base/grouped.ts'
import type { EntryId } from '../base/ids.ts'
import type { Instant } from '../time/instant.ts'
import type { Note } from './note.ts'

/** A signed form, whether the server has it or not. */
export type SaidNote = Pick<
  Note,
  | 'entryId'
  | 'zone'
  | 'patientId'
  | 'author'
  | 'writtenAt'
  | 'corrects'
  | 'countersigns'
  | 'withdraws'
>

type Addition = { entryId: EntryId; author: Author; at: Instant }

/** What later entries say about a note. None of them changes it. */
export type NoteAdditions = {
  /** Each employee once, the first first. */
  countersigned: Addition[]
  withdrawn: (Addition & { reason: string }) | null
  /** The newest correction. */
  corrected: (Addition & { reason: string }) | null
}

export const nothingAdded: NoteAdditions = { countersigned: [], withdrawn: null, corrected: null }

/**
 * Answers what these notes say of each other. Only what stands in the same zone, about the same patient, counts; and
 * nobody countersigns her own note, whatever an entry says. Hashes are compared by the server, which has all of them: what
 * was sealed again has two.
 */
export function noteAdditions(notes: readonly SaidNote[]): (note: SaidNote) => NoteAdditions {
  const byNamed = grouped(notes, namedBy)
  return (note) => {
    const said = (byNamed.get(note.entryId) ?? [])
      .filter(({ zone, patientId }) => zone === note.zone && patientId === note.patientId)
      .toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1))
    if (said.length === 0) return nothingAdded
    return {
      countersigned: eachEmployeeOnce(said.filter((one) => isCountersigning(one, note))).map(
        additionOf,
      ),
      withdrawn: said.flatMap(withdrawalOf)[0] ?? null,
      corrected: said.flatMap(correctionOf).at(-1) ?? null,
    }
  }
}

/** Lists the notes that stand by themselves: what is said about another one is shown with it, if that one is here. */
export function standingNotes<Kind extends SaidNote>(notes: readonly Kind[]): Kind[] {
  const here = new Set(notes.map(({ entryId }) => entryId))
  return notes.filter(({ countersigns, withdraws }) => {
    const named = countersigns ?? withdraws
    return named === undefined || !here.has(named.entryId)
  })
}

/** Lists the notes that neither a correction nor a withdrawal has taken the place of. */
export function notesInForce<Kind extends SaidNote>(notes: readonly Kind[]): Kind[] {
  const added = noteAdditions(notes)
  return notes.filter((note) => {
    const { corrected, withdrawn } = added(note)
    return corrected === null && withdrawn === null
  })
}

function namedBy({ corrects, countersigns, withdraws }: SaidNote): EntryId | null {
  return (countersigns ?? withdraws ?? corrects)?.entryId ?? null
}

function isCountersigning({ countersigns, author }: SaidNote, note: SaidNote): boolean {
  return countersigns !== undefined && author.employeeId !== note.author.employeeId
}

function eachEmployeeOnce(notes: readonly SaidNote[]): SaidNote[] {
  return notes.filter(
    ({ author }, at) =>
      notes.findIndex((other) => other.author.employeeId === author.employeeId) === at,
  )
}

function withdrawalOf(note: SaidNote): NonNullable<NoteAdditions['withdrawn']>[] {
  return note.withdraws === undefined
    ? []
    : [{ ...additionOf(note), reason: note.withdraws.reason }]
}

function correctionOf(note: SaidNote): NonNullable<NoteAdditions['corrected']>[] {
  return note.corrects === null ? [] : [{ ...additionOf(note), reason: note.corrects.reason }]
}

function additionOf({ entryId, author, writtenAt }: SaidNote): Addition {
  return { entryId, author, at: writtenAt }
}
