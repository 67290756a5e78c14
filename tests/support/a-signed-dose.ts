import { signeringsliste } from '#content/forms/signeringsliste.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import {
  type DoseAdditions,
  type DoseMark,
  markedAnswers,
  noAdditions,
} from '#domain/medicines/dose-marks.ts'
import { lineName, type SigningRow } from '#domain/medicines/signing-rows.ts'
import type { Note } from '#domain/entries/note.ts'
import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import { aNote } from './a-note.ts'

/** Furix at noon on the day of the tests. */
export function aSigningRow(fields: Partial<SigningRow> = {}): SigningRow {
  const medicine = fields.medicine ?? 'Furix 40 mg'
  return {
    place: {
      line: lineName(medicine),
      on: LocalDate.parse('2026-11-23'),
      slot: LocalTime.parse('12:00'),
    },
    medicine,
    amount: '1 tablett',
    isAmountFixed: true,
    kind: 'regular',
    timeCritical: false,
    multidose: false,
    remark: null,
    maxPerDay: null,
    ...fields,
  }
}

/** A dose as a colleague's phone signed for it, in the form that the municipality begins with. */
export function aSignedDose(
  row: SigningRow,
  mark: DoseMark,
  fields: Partial<Note> & { patientId: PatientId | null },
  more: Partial<DoseAdditions> = {},
): Note {
  const answers = markedAnswers(signeringsliste, row, mark, { ...noAdditions, ...more })
  return aNote('', {
    form: formReferenceOf(signeringsliste),
    response: responseOf(signeringsliste, answers, 'completed'),
    ...fields,
  })
}
