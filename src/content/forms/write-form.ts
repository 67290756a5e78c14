import type { Questionnaire as FhirQuestionnaire, QuestionnaireItem as FhirItem } from 'fhir/r4'
import { inferenceUrl, paperUrl, rankUrl } from '#domain/forms/municipality/form-marks.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'

const hl7 = 'http://hl7.org/fhir/StructureDefinition'

type FormParts = {
  name: string
  /** The first, unless it is said. Raised with each change: what is signed keeps the version that it was signed with. */
  version?: string
  title: string
  /** Of those of its kind, which is listed first before anybody has used any. */
  rank: number
  about: 'patient' | 'zone'
  /** A table with a row for each entry, or a page. */
  paper: 'rows' | 'page'
  status?: 'active' | 'draft'
  item: FhirItem[]
}

/**
 * A form that the municipality starts with. Its fields are those of `domain.md` 4.5–4.7, which no public set of forms
 * confirms: they are marked as put together by us. The entry itself has the author and the time of writing.
 */
export function writeForm({
  name,
  title,
  rank,
  about,
  paper,
  status,
  version,
  item,
}: FormParts): Questionnaire {
  return Questionnaire.parse({
    resourceType: 'Questionnaire',
    url: `urn:beredt:form:${name}`,
    version: version ?? '1',
    name,
    title,
    status: status ?? 'active',
    subjectType: about === 'patient' ? ['Patient'] : [],
    extension: [
      { url: inferenceUrl, valueBoolean: true },
      { url: paperUrl, valueCode: paper },
      { url: rankUrl, valueInteger: rank },
    ],
    item,
  } satisfies FhirQuestionnaire)
}

type Field = Omit<FhirItem, 'linkId' | 'text' | 'type'>

/** A question of any type that needs no more than its words. */
export function field(
  linkId: string,
  text: string,
  type: FhirItem['type'],
  more: Field = {},
): FhirItem {
  return { linkId, text, type, ...more }
}

export function line(linkId: string, text: string, more: Field = {}): FhirItem {
  return { linkId, text, type: 'string', maxLength: 300, ...more }
}

export function prose(linkId: string, text: string, more: Field = {}): FhirItem {
  return { linkId, text, type: 'text', maxLength: 2000, ...more }
}

export function guidance(linkId: string, text: string): FhirItem {
  return { linkId, text, type: 'display' }
}

export const required = { required: true } as const

/** Choices of a code system of ours, by code and words. */
export function choices(system: string, words: Readonly<Record<string, string>>): Field {
  return {
    answerOption: Object.entries(words).map(([code, display]) => ({
      valueCoding: { system: `urn:beredt:code:${system}`, code, display },
    })),
  }
}

/** Shown when a yes-or-no question is answered yes. */
export function shownWhenYes(question: string): Field {
  return { enableWhen: [{ question, operator: '=', answerBoolean: true }] }
}

export function shownWhen(question: string, system: string, code: string): Field {
  const answerCoding = { system: `urn:beredt:code:${system}`, code }
  return { enableWhen: [{ question, operator: '=', answerCoding }] }
}

type Range = {
  unit: string
  code: string
  min: number
  max: number
  decimals?: number
  loinc?: string
}

/**
 * A measurement with its unit. `min` and `max` are the limits of what can be typed right: they catch a slip of the
 * thumb, and say nothing of what is healthy.
 */
export function measure(
  linkId: string,
  text: string,
  { unit, code, min, max, decimals = 0, loinc }: Range,
  more: Field = {},
): FhirItem {
  return {
    linkId,
    text,
    type: 'quantity',
    ...(loinc === undefined ? {} : { code: [{ system: 'http://loinc.org', code: loinc }] }),
    extension: [
      {
        url: `${hl7}/questionnaire-unit`,
        valueCoding: { system: 'http://unitsofmeasure.org', code, display: unit },
      },
      { url: `${hl7}/minValue`, valueDecimal: min },
      { url: `${hl7}/maxValue`, valueDecimal: max },
      { url: `${hl7}/maxDecimalPlaces`, valueInteger: decimals },
    ],
    ...more,
  }
}

/** A group that folds: a long form is read by its headings. */
export function section(
  linkId: string,
  text: string,
  item: FhirItem[],
  more: Field = {},
): FhirItem {
  return {
    linkId,
    text,
    type: 'group',
    extension: [
      {
        url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-collapsible',
        valueCode: 'default-open',
      },
    ],
    item,
    ...more,
  }
}
