import type { Questionnaire as FhirQuestionnaire, QuestionnaireItemEnableWhen } from 'fhir/r4'
import { inferenceUrl, paperUrl, rankUrl } from '#domain/forms/municipality/form-marks.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

const kind = 'urn:beredt:code:amendment'

const ofKind = (...codes: readonly string[]) => ({
  enableBehavior: 'any' as const,
  enableWhen: codes.map((code): QuestionnaireItemEnableWhen => ({
    question: 'kind',
    operator: '=',
    answerCoding: { system: kind, code },
  })),
})

const kinds = [
  ['dose', 'Ny dose eller nytt legemiddel'],
  ['stopped', 'Legemiddel seponert'],
  ['hospitalised', 'Innlagt'],
  ['home', 'Hjemme igjen'],
  ['died', 'Død'],
  ['moved', 'Flyttet'],
  ['key', 'Ny nøkkel'],
  ['nextOfKin', 'Ny pårørende'],
  ['other', 'Annet'],
  ['withdrawn', 'Ingen endring likevel'],
] as const

/**
 * What has changed since the list was made. `domain/amendments` reads it by these ids and lays it on top of the list until
 * an import confirms or contradicts it.
 */
export const endring: Questionnaire = Questionnaire.parse({
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:endring',
  version: '1',
  name: 'endring',
  title: 'Endring siden lista',
  status: 'active',
  subjectType: ['Patient'],
  extension: [
    { url: inferenceUrl, valueBoolean: true },
    { url: paperUrl, valueCode: 'page' },
    { url: rankUrl, valueInteger: 1 },
  ],
  item: [
    {
      linkId: 'kind',
      text: 'Hva er endret?',
      type: 'choice',
      required: true,
      answerOption: kinds.map(([code, display]) => ({
        valueCoding: { system: kind, code, display },
      })),
    },
    {
      linkId: 'medicine',
      text: 'Hvilket legemiddel? Navn og styrke',
      type: 'string',
      required: true,
      maxLength: 200,
      ...ofKind('dose', 'stopped'),
    },
    {
      linkId: 'amount',
      text: 'Ny dose, med enhet',
      type: 'string',
      required: true,
      maxLength: 200,
      ...ofKind('dose'),
    },
    {
      linkId: 'times',
      text: 'Klokkeslett, for eksempel 08 og 20',
      type: 'string',
      maxLength: 200,
      ...ofKind('dose'),
    },
    {
      linkId: 'ward',
      text: 'Hvor? Sykehus og avdeling',
      type: 'string',
      maxLength: 200,
      ...ofKind('hospitalised'),
    },
    {
      linkId: 'newAddress',
      text: 'Ny adresse, og telefon hvis den er ny',
      type: 'string',
      required: true,
      maxLength: 300,
      ...ofKind('moved'),
    },
    {
      linkId: 'keyPlace',
      text: 'Hvor er nøkkelen, eller hvilket nummer har den?',
      type: 'string',
      required: true,
      maxLength: 300,
      ...ofKind('key'),
    },
    { linkId: 'hasCode', text: 'Er det en kode?', type: 'boolean', ...ofKind('key') },
    {
      linkId: 'keyCode',
      text: 'Koden. Den blir skjermet, og står ikke i notatet, på lister eller på papir',
      type: 'string',
      required: true,
      maxLength: 40,
      enableWhen: [{ question: 'hasCode', operator: '=', answerBoolean: true }],
    },
    {
      linkId: 'kinName',
      text: 'Navnet på pårørende',
      type: 'string',
      required: true,
      maxLength: 200,
      ...ofKind('nextOfKin'),
    },
    {
      linkId: 'kinRelation',
      text: 'Hva er pårørende for bruker? Datter, nabo …',
      type: 'string',
      maxLength: 100,
      ...ofKind('nextOfKin'),
    },
    {
      linkId: 'kinPhone',
      text: 'Telefonnummeret til pårørende',
      type: 'string',
      maxLength: 40,
      ...ofKind('nextOfKin'),
    },
    {
      linkId: 'other',
      text: 'Hva er endret? Skriv ikke koder her',
      type: 'text',
      required: true,
      maxLength: 1000,
      ...ofKind('other'),
    },
    { linkId: 'from', text: 'Fra når?', type: 'dateTime', required: true },
    {
      linkId: 'orderedBy',
      text: 'Hvem bestemte det?',
      type: 'string',
      required: true,
      maxLength: 200,
      ...ofKind('dose', 'stopped'),
    },
  ],
} satisfies FhirQuestionnaire)
