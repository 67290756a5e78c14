import type { Questionnaire as FhirQuestionnaire } from 'fhir/r4'
import { aboutEntryAddresses, aboutEntryItems } from '#domain/entries/forms-about-entries.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

const { what, reason } = aboutEntryItems

/** A second employee has checked what the first one signed. */
export const dobbeltkontroll: Questionnaire = Questionnaire.parse({
  resourceType: 'Questionnaire',
  url: aboutEntryAddresses.countersigns,
  version: '1',
  name: 'dobbeltkontroll',
  title: 'Dobbeltkontroll',
  status: 'active',
  subjectType: ['Patient'],
  item: [
    {
      linkId: what,
      text: 'Hva er kontrollert?',
      type: 'string',
      required: true,
      maxLength: 300,
    },
  ],
} satisfies FhirQuestionnaire)

/** What was signed should not have been written: the wrong patient, or something that was not done. */
export const feilforing: Questionnaire = Questionnaire.parse({
  resourceType: 'Questionnaire',
  url: aboutEntryAddresses.withdraws,
  version: '1',
  name: 'feilforing',
  title: 'Ført ved en feil',
  status: 'active',
  subjectType: ['Patient'],
  item: [
    { linkId: what, text: 'Hva trekkes?', type: 'string', required: true, maxLength: 300 },
    { linkId: reason, text: 'Hvorfor?', type: 'text', required: true, maxLength: 2000 },
  ],
} satisfies FhirQuestionnaire)

/** The forms of this build, which no municipality issues. */
export const formsAboutEntries: readonly Questionnaire[] = [dobbeltkontroll, feilforing]
