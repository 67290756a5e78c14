import { endring } from '#content/forms/endring.ts'
import type {
  AmendmentOutcome,
  DetailsAmendment,
  OpenAmendment,
} from '#domain/amendments/amendment.ts'
import { EmployeeId, EntryId, ImportRunId, ZoneId } from '#domain/base/ids.ts'
import type { Note } from '#domain/entries/note.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import { aNote } from './a-note.ts'
import { aPatientId, noon } from './a-patient.ts'

export const kari = {
  employeeId: EmployeeId.parse('7c000000-0000-4000-8000-000000000001'),
  name: 'Kari Nordmann',
  title: 'Sykepleier',
  hprNumber: null,
}

export function anEntryId(n: number): EntryId {
  return EntryId.parse(`0e000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

const stated = {
  entryId: anEntryId(1),
  zone: ZoneId.parse('nord-2'),
  patientId: aPatientId(1),
  author: kari,
  from: noon,
  writtenAt: noon,
  receivedAt: noon,
  corrects: null,
  outcome: null,
}

export function anAmendment(fields: Partial<OpenAmendment> = {}): OpenAmendment {
  return { ...stated, body: { kind: 'hospitalised', ward: 'Sykehuset, medisin 3' }, ...fields }
}

export function aDetailsAmendment(fields: Partial<DetailsAmendment> = {}): DetailsAmendment {
  return { ...stated, body: aDose(), ...fields }
}

export function aDose(fields: Partial<Extract<DetailsAmendment['body'], { kind: 'dose' }>> = {}) {
  return {
    kind: 'dose' as const,
    medicine: 'Furix 40 mg',
    amount: '2 tabletter',
    times: '08',
    orderedBy: 'Lege Lind',
    ...fields,
  }
}

export function anOutcome(fields: Partial<AmendmentOutcome> = {}): AmendmentOutcome {
  return {
    kind: 'contradicted',
    run: ImportRunId.parse('0f000000-0000-4000-8000-000000000001'),
    listAsOf: noon,
    listed: 'the same',
    decision: null,
    ...fields,
  }
}

const choice = (code: string): Answer => {
  const question = endring.item.find(({ linkId }) => linkId === 'kind')
  const found = question?.answerOption?.find(({ valueCoding }) => valueCoding?.code === code)
  if (found?.valueCoding === undefined) throw new Error(`The form has no ${code}.`)
  const { system, code: value, display } = found.valueCoding
  return { valueCoding: { code: value, ...(system && { system }), ...(display && { display }) } }
}

/** The answers of the form of changes, by its own ids; texts are answered as texts. */
export function amendmentAnswers(kind: string, texts: Readonly<Record<string, string>>): Answers {
  return {
    kind: [choice(kind)],
    from: [{ valueDateTime: noon }],
    ...(texts['keyCode'] === undefined ? {} : { hasCode: [{ valueBoolean: true }] }),
    ...Object.fromEntries(
      Object.entries(texts).map(([linkId, valueString]) => [linkId, [{ valueString }]]),
    ),
  }
}

/** A signed form of changes about a patient. */
export function anAmendmentNote(
  kind: string,
  texts: Readonly<Record<string, string>> = {},
  fields: Partial<Note> = {},
): Note {
  return aNote('', {
    form: formReferenceOf(endring),
    patientId: aPatientId(1),
    author: kari,
    eventAt: noon,
    writtenAt: noon,
    receivedAt: noon,
    response: responseOf(endring, amendmentAnswers(kind, texts), 'completed'),
    ...fields,
  })
}
