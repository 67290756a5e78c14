import { FormId } from '#domain/forms/form-reference.ts'
import { Questionnaire, type QuestionnaireItem } from '#domain/forms/questionnaire.ts'

/** An active form of the zone's own, with the given questions. */
export function aForm(
  item: readonly QuestionnaireItem[],
  more: Partial<Questionnaire> = {},
): Questionnaire {
  const name = FormId.parse('prove')
  return Questionnaire.parse({
    resourceType: 'Questionnaire',
    url: `urn:beredt:form:${name}`,
    version: '1',
    name,
    title: 'Prøveskjema',
    status: 'active',
    subjectType: [],
    item,
    ...more,
  })
}

const hl7 = 'http://hl7.org/fhir/StructureDefinition'

export const controlledBy = (code: string) => ({
  url: `${hl7}/questionnaire-itemControl`,
  valueCodeableConcept: { coding: [{ code }] },
})

export const inUnit = (code: string, display = code) => ({
  url: `${hl7}/questionnaire-unit`,
  valueCoding: { system: 'http://unitsofmeasure.org', code, display },
})

export const folding = (valueCode: 'default-open' | 'default-closed') => ({
  url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-collapsible',
  valueCode,
})

export const sumOf = (...ids: readonly string[]) => ({
  url: 'http://ehelse.no/fhir/StructureDefinition/sdf-calculatedExpression',
  valueString: ids
    .map((id) => `QuestionnaireResponse.descendants().where(linkId='${id}').answer.value`)
    .join(' + '),
})

/** A form with each kind of field, and what cannot be shown. */
export const formOfAllKinds = aForm([
  { linkId: 'guide', type: 'display', text: 'Les dette først.' },
  { linkId: 'string', type: 'string', text: 'Navn', required: true },
  { linkId: 'text', type: 'text', text: 'Fritekst' },
  { linkId: 'integer', type: 'integer', text: 'Antall inn' },
  { linkId: 'out', type: 'integer', text: 'Antall ut' },
  { linkId: 'sum', type: 'integer', text: 'Til sammen', extension: [sumOf('integer', 'out')] },
  {
    linkId: 'decimal',
    type: 'decimal',
    text: 'Vekt',
    extension: [
      inUnit('kg'),
      { url: `${hl7}/minValue`, valueDecimal: 20 },
      { url: `${hl7}/maxValue`, valueDecimal: 300 },
    ],
  },
  {
    linkId: 'quantity',
    type: 'quantity',
    text: 'Temperatur',
    extension: [inUnit('Cel', '°C'), { url: `${hl7}/maxDecimalPlaces`, valueInteger: 1 }],
  },
  { linkId: 'boolean', type: 'boolean', text: 'Alene?' },
  { linkId: 'date', type: 'date', text: 'Dato' },
  { linkId: 'year', type: 'date', text: 'År', extension: [controlledBy('year')] },
  { linkId: 'time', type: 'time', text: 'Klokkeslett' },
  { linkId: 'dateTime', type: 'dateTime', text: 'Tidspunkt' },
  {
    linkId: 'choice',
    type: 'choice',
    text: 'Farge',
    answerOption: [
      { valueCoding: { code: 'red', display: 'Rød' } },
      { valueCoding: { code: 'blue', display: 'Blå' } },
    ],
  },
  {
    linkId: 'list',
    type: 'choice',
    text: 'Sted',
    extension: [controlledBy('drop-down')],
    answerOption: [{ valueString: 'Hjemme' }, { valueString: 'Sykehus' }],
  },
  {
    linkId: 'open',
    type: 'open-choice',
    text: 'Hjelpemiddel',
    repeats: true,
    answerOption: [{ valueCoding: { code: 'lift', display: 'Heis' } }],
  },
  { linkId: 'phones', type: 'string', text: 'Telefon', repeats: true },
  {
    linkId: 'medicine',
    type: 'group',
    text: 'Legemiddel',
    repeats: true,
    item: [{ linkId: 'name', type: 'string', text: 'Preparat' }],
  },
  {
    linkId: 'folded',
    type: 'group',
    text: 'Om meldingen',
    extension: [folding('default-closed')],
    item: [{ linkId: 'inFold', type: 'string', text: 'Hvem meldte?', required: true }],
  },
  {
    linkId: 'fixed',
    type: 'string',
    text: 'Kilde',
    readOnly: true,
    initial: [{ valueString: 'Perm' }],
  },
  { linkId: 'picture', type: 'attachment', text: 'Bilde av sår', required: true },
])

/** A plain form with so many questions of three kinds. */
export function longForm(count: number): Questionnaire {
  const types = ['string', 'integer', 'boolean'] as const
  return aForm(
    Array.from({ length: count }, (_, at) => ({
      linkId: `q${at}`,
      type: types[at % types.length] ?? 'string',
      text: `Spørsmål ${at + 1}`,
    })),
  )
}
