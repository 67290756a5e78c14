import { DeviceId, EmployeeId, EntryId, ZoneId } from '#domain/base/ids.ts'
import type { Note } from '#domain/entries/note.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { Instant } from '#domain/time/instant.ts'

const at = Instant.parse('2026-11-23T14:30:00.000Z')

/** A visit note as a colleague's phone sent it, about no patient until a test names one. */
export function aNote(text: string, fields: Partial<Note> = {}): Note {
  return {
    entryId: EntryId.parse(crypto.randomUUID()),
    deviceId: DeviceId.parse('7a000000-0000-4000-8000-000000000001'),
    n: 1,
    zone: ZoneId.parse('nord-2'),
    form: FormReference.parse('besoksnotat@1'),
    patientId: null,
    author: {
      employeeId: EmployeeId.parse('7b000000-0000-4000-8000-000000000001'),
      name: 'Ahmed Haugen',
      title: 'Ansvarsvakt',
      hprNumber: null,
    },
    eventAt: at,
    writtenAt: at,
    receivedAt: at,
    marks: [],
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'https://beredt.example/forms/besoksnotat|1',
      status: 'completed',
      item: [{ linkId: 'done', text: 'Hva gjorde du?', answer: [{ valueString: text }] }],
    },
    ...fields,
  }
}
