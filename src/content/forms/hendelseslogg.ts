import type { Questionnaire as FhirQuestionnaire } from 'fhir/r4'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

/** One line of the incident log. The entry itself has the number; a correction is a new line. */
export const hendelseslogg: Questionnaire = Questionnaire.parse({
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:hendelseslogg',
  version: '1',
  name: 'hendelseslogg',
  title: 'Hendelseslogg',
  status: 'active',
  subjectType: [],
  item: [
    {
      linkId: 'privacy',
      text: 'Skriv EPJ-id eller sone, ikke navn på brukere.',
      type: 'display',
    },
    { linkId: 'happenedAt', text: 'Når?', type: 'dateTime', required: true },
    { linkId: 'from', text: 'Fra', type: 'string', maxLength: 120 },
    { linkId: 'to', text: 'Til', type: 'string', maxLength: 120 },
    {
      linkId: 'message',
      text: 'Hva skjedde, eller hva ble meldt?',
      type: 'text',
      required: true,
      maxLength: 4000,
    },
    { linkId: 'decision', text: 'Hva ble bestemt?', type: 'text', maxLength: 2000 },
    {
      linkId: 'responsible',
      text: 'Hvem gjør det?',
      type: 'string',
      maxLength: 120,
      enableWhen: [{ question: 'decision', operator: 'exists', answerBoolean: true }],
    },
    {
      linkId: 'dueAt',
      text: 'Frist',
      type: 'dateTime',
      enableWhen: [{ question: 'decision', operator: 'exists', answerBoolean: true }],
    },
    {
      linkId: 'doneAt',
      text: 'Utført',
      type: 'dateTime',
      enableWhen: [{ question: 'decision', operator: 'exists', answerBoolean: true }],
    },
  ],
} satisfies FhirQuestionnaire)
