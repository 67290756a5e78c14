import { expect, test } from 'vitest'
import { EmployeeId, EntryId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { noteAdditions, type SaidNote, standingNotes } from '#domain/entries/note-additions.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { noon } from '../../support/a-patient.ts'

const hash = 'a'.repeat(64)
const newId = () => EntryId.parse(crypto.randomUUID())
const anEmployee = (name: string) => ({
  employeeId: EmployeeId.parse(crypto.randomUUID()),
  name,
  title: 'sykepleier',
  hprNumber: null,
})
const anne = anEmployee('Anne')
const berit = anEmployee('Berit')
const patientId = PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11')

function aNote(more: Partial<SaidNote> = {}): SaidNote {
  const zone = ZoneId.parse('nord-1')
  return {
    entryId: newId(),
    zone,
    patientId,
    author: anne,
    writtenAt: noon,
    corrects: null,
    ...more,
  }
}

const later = (minutes: number) => ({ writtenAt: plusMinutes(noon, minutes) })

test('a countersigning by a colleague is said of the note, once for each colleague', () => {
  const note = aNote()
  const countersigns = { entryId: note.entryId, hash }
  const first = aNote({ author: berit, countersigns, ...later(5) })
  const again = aNote({ author: berit, countersigns, ...later(9) })

  expect(noteAdditions([again, first, note])(note).countersigned).toEqual([
    { entryId: first.entryId, author: berit, at: first.writtenAt },
  ])
})

test('a countersigning by the author herself, or of another zone or patient, says nothing', () => {
  const note = aNote()
  const countersigns = { entryId: note.entryId, hash }
  const others = [
    aNote({ countersigns }),
    aNote({ author: berit, countersigns, zone: ZoneId.parse('nord-2') }),
    aNote({ author: berit, countersigns, patientId: null }),
  ]

  expect(noteAdditions([note, ...others])(note).countersigned).toEqual([])
})

test('a withdrawal and a correction say who, when and why, and the newest correction counts', () => {
  const note = aNote()
  const { entryId } = note
  const withdrawal = aNote({ withdraws: { entryId, reason: 'Feil bruker' }, ...later(3) })
  const first = aNote({ corrects: { entryId, reason: 'Feil tall' }, ...later(1) })
  const second = aNote({ corrects: { entryId, reason: 'Feil dag' }, ...later(2) })

  expect(noteAdditions([note, second, withdrawal, first])(note)).toMatchObject({
    withdrawn: { reason: 'Feil bruker', at: withdrawal.writtenAt },
    corrected: { reason: 'Feil dag', entryId: second.entryId },
  })
})

test('what is said about a note stands with it, and by itself only where that note is not', () => {
  const note = aNote()
  const about = aNote({ author: berit, countersigns: { entryId: note.entryId, hash } })
  const correction = aNote({ corrects: { entryId: note.entryId, reason: 'Feil tall' } })

  expect(standingNotes([note, about, correction])).toEqual([note, correction])
  expect(standingNotes([about, correction])).toEqual([about, correction])
})
