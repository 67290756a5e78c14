import { FormReference } from '#domain/forms/form-reference.ts'
import { EntryId, type EmployeeId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { NewEntry } from '#domain/vault/entry-repository.ts'
import { noon } from './test-vault.ts'

export const nord1 = ZoneId.parse('nord-1')

export function aResponse(text: string): Draft['response'] {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: 'https://beredt.example/forms/besoksnotat|1',
    status: 'completed',
    item: [{ linkId: 'note', answer: [{ valueString: text }] }],
  }
}

export function aDraft(text = 'Åpnet selv', more: Partial<Draft> = {}): Draft {
  return {
    id: EntryId.parse(crypto.randomUUID()),
    form: FormReference.parse('besoksnotat@1'),
    zone: nord1,
    world: 'real',
    patientId: PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11'),
    eventAt: noon,
    corrects: null,
    response: aResponse(text),
    startedAt: noon,
    ...more,
  }
}

/** The entry that signing a draft makes. */
export function anEntry(employeeId: EmployeeId, draft: Draft = aDraft()): NewEntry {
  const { id, form, zone, world, patientId, eventAt, corrects, response } = draft
  return {
    entryId: id,
    content: {
      kind: 'form',
      author: { employeeId, name: 'Anne Solbakken', title: 'sykepleier', hprNumber: null },
      patientId,
      eventAt,
      writtenAt: noon,
      corrects,
      response,
    },
    form,
    zone,
    incident: null,
    world,
  }
}
