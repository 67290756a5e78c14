import { EntryId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { NewEntry } from '#domain/vault/entry-repository.ts'
import { type Hired, type Town, north } from './town.ts'

const noon = instantFromMilliseconds(Date.parse('2026-11-23T11:00:00Z'))

const form = {
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:prove',
  version: '1',
  name: 'prove',
  title: 'Prøve',
  status: 'active',
  subjectType: ['Patient'],
  item: [{ linkId: 'text', type: 'string', required: true }],
}

/** Issues the form that notes are written in. */
export function issueForm(town: Town): Promise<void> {
  return town.put('*/forms', 'prove@1', form, 'questionnaire@1')
}

/** What a phone seals when a nurse signs a note of one line in Nord 1; `content` is what a changed app could say. */
export function aNote(
  { profile: { author } }: Hired,
  { content = {}, ...more }: Partial<Omit<NewEntry, 'content'>> & { content?: object } = {},
): NewEntry {
  return {
    entryId: EntryId.parse(crypto.randomUUID()),
    form: FormReference.parse('prove@1'),
    zone: north,
    incident: null,
    world: 'real',
    content: {
      kind: 'form',
      author,
      patientId: null,
      eventAt: noon,
      writtenAt: noon,
      corrects: null,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'urn:beredt:form:prove|1',
        status: 'completed',
        item: [{ linkId: 'text', answer: [{ valueString: 'SEPONERT Marevan' }] }],
      },
      ...content,
    },
    ...more,
  }
}
