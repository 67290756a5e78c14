import type { Questionnaire as FhirQuestionnaire } from 'fhir/r4'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

const informed = 'urn:beredt:code:informed'

/** The visit note: what was done, observed and reported. The entry itself has the author and the time of writing. */
export const besoksnotat: Questionnaire = Questionnaire.parse({
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:besoksnotat',
  version: '1',
  name: 'besoksnotat',
  title: 'Besøksnotat',
  status: 'active',
  subjectType: ['Patient'],
  item: [
    { linkId: 'visitedAt', text: 'Når var besøket?', type: 'dateTime', required: true },
    { linkId: 'done', text: 'Hva gjorde du?', type: 'text', required: true, maxLength: 4000 },
    { linkId: 'notDone', text: 'Var det noe du ikke fikk gjort?', type: 'boolean' },
    {
      linkId: 'notDoneReason',
      text: 'Hva ble ikke gjort, og hvorfor?',
      type: 'text',
      required: true,
      maxLength: 2000,
      enableWhen: [{ question: 'notDone', operator: '=', answerBoolean: true }],
    },
    { linkId: 'observation', text: 'Hva observerte du hos bruker?', type: 'text', maxLength: 4000 },
    { linkId: 'changed', text: 'Er noe endret?', type: 'boolean', required: true },
    {
      linkId: 'change',
      text: 'Hva er endret?',
      type: 'text',
      required: true,
      maxLength: 4000,
      enableWhen: [{ question: 'changed', operator: '=', answerBoolean: true }],
    },
    { linkId: 'plan', text: 'Hva skjer videre?', type: 'text', maxLength: 2000 },
    {
      linkId: 'informed',
      text: 'Beskjed gitt til',
      type: 'choice',
      required: true,
      repeats: true,
      answerOption: [
        { valueCoding: { system: informed, code: 'nobody', display: 'Ingen' } },
        { valueCoding: { system: informed, code: 'shiftLead', display: 'Ansvarsvakt' } },
        { valueCoding: { system: informed, code: 'physician', display: 'Lege' } },
        { valueCoding: { system: informed, code: 'nextOfKin', display: 'Pårørende' } },
      ],
    },
    {
      linkId: 'informedAt',
      text: 'Hvem, og når?',
      type: 'string',
      maxLength: 300,
      enableBehavior: 'any',
      enableWhen: ['shiftLead', 'physician', 'nextOfKin'].map((code) => ({
        question: 'informed',
        operator: '=',
        answerCoding: { system: informed, code },
      })),
    },
  ],
} satisfies FhirQuestionnaire)
