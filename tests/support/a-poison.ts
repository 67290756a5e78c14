import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Author } from '#domain/base/author.ts'
import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import { PatientId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import { pushedAt, type Written } from './pushing-phone.ts'

export const poisonedForm = FormReference.parse('prove@1')

/** The form that poisoned notes are written in: one text, as often as one likes. */
export const poisonedFormBody = {
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:prove',
  version: '1',
  name: 'prove',
  title: 'Prøve',
  status: 'active',
  subjectType: ['Patient'],
  item: [{ linkId: 'text', type: 'string', required: true, repeats: true }],
}

const honestValue = { valueString: 'Varm og mett' }
export const honestAnswer = { linkId: 'text', answer: [honestValue] }

/** A note's content with these answers, as text. */
export function noteText(author: Author, item: QuestionnaireResponse['item']): string {
  return canonicalJson({
    kind: 'form',
    author,
    patientId: null,
    eventAt: pushedAt,
    writtenAt: pushedAt,
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:beredt:form:prove|1',
      status: 'completed',
      item,
    },
  })
}

/** A note whose answers are given as text, because no schema and no serializer lives through them. */
function noteAround(author: Author, items: string): string {
  return noteText(author, []).replace('"item":[]', `"item":[${items}]`)
}

/** Entries that a phone of ours never writes, one of each kind. */
export const poisons = {
  /** The stack of whoever reads it recursively ends. */
  nestedTooDeep: (levels = 5_000) => ({
    form: poisonedForm,
    text: (author: Author) =>
      noteAround(author, `${'{"linkId":"text","item":['.repeat(levels)}${']}'.repeat(levels)}`),
  }),
  tooManyItems: (count = 2_000) => ({
    form: poisonedForm,
    text: (author: Author) =>
      noteText(author, [
        { linkId: 'text', answer: Array.from({ length: count }, () => honestValue) },
      ]),
  }),
  tooLarge: (bytes = 300_000) => ({
    form: poisonedForm,
    text: (author: Author) =>
      noteText(author, [{ linkId: 'text', answer: [{ valueString: 'x'.repeat(bytes) }] }]),
  }),
  invalidResponse: () => ({
    form: poisonedForm,
    text: (author: Author) => noteText(author, [{ linkId: 'ukjent' }]),
  }),
  unreadable: () => ({ form: poisonedForm, text: () => '{"kind":' }),
  /** PostgreSQL takes no text with a NUL in it. */
  faulted: () => ({
    form: cardOpenedForm,
    content: (author: Author) => ({
      kind: 'cardOpened' as const,
      author,
      patientId: PatientId.parse(author.employeeId),
      openedAt: pushedAt,
      revealed: null,
      reason: 'a\u0000b',
    }),
  }),
} satisfies Record<string, (amount?: number) => Written>
