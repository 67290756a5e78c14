import type { AnswerOption, FormCoding } from './answer-option.ts'
import { findExtension } from './extension.ts'
import type { Answer } from './questionnaire-response.ts'
import type { QuestionnaireContent, QuestionnaireItem } from './questionnaire.ts'

/** An answer that a form offers. `points` is what it counts in a sum; null when it counts nothing. */
export type Choice = { answer: Answer; points: number | null }

/** The answers that a question offers, its own or those of a value set within the form; null when they lie elsewhere. */
export function findChoices(
  { answerOption, answerValueSet }: QuestionnaireItem,
  form: Pick<QuestionnaireContent, 'contained'>,
): Choice[] | null {
  if (answerOption !== undefined) return answerOption.flatMap(choiceOf)
  if (answerValueSet === undefined) return null
  const set = form.contained?.find(
    ({ resourceType, id, url }) =>
      resourceType === 'ValueSet' && (answerValueSet === `#${id}` || answerValueSet === url),
  )
  const listed = [
    ...(set?.expansion?.contains ?? []),
    ...(set?.compose?.include ?? []).flatMap(({ system, concept }) =>
      (concept ?? []).map((coding) => (system === undefined ? coding : { system, ...coding })),
    ),
  ]
  return listed.length === 0 ? null : listed.map(codingChoice)
}

function choiceOf(option: AnswerOption): Choice[] {
  if (option.valueCoding !== undefined) {
    return [codingChoice(option.valueCoding, ordinalOf(option))]
  }
  const answer = answerOfOption(option)
  return answer === null ? [] : [{ answer, points: ordinalOf(option) }]
}

function codingChoice(coding: FormCoding, ofOption: number | null | undefined = null): Choice {
  const { system, code, display } = coding
  return {
    answer: {
      valueCoding: {
        ...(system === undefined ? {} : { system }),
        code,
        ...(display === undefined ? {} : { display }),
      },
    },
    points: ordinalOf(coding) ?? ofOption,
  }
}

const ordinalUrls = [
  'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
]

function ordinalOf(of: Pick<FormCoding, 'extension'>): number | null {
  const found = findExtension(of, ...ordinalUrls)
  return found?.valueDecimal ?? found?.valueInteger ?? null
}

/** The value of an option or of an initial answer; null for a type that the renderer does not show. */
export function answerOfOption(option: AnswerOption): Answer | null {
  const { valueQuantity } = option
  if (option.valueCoding !== undefined) return codingChoice(option.valueCoding).answer
  if (option.valueString !== undefined) return { valueString: option.valueString }
  if (option.valueInteger !== undefined) return { valueInteger: option.valueInteger }
  if (option.valueDecimal !== undefined) return { valueDecimal: option.valueDecimal }
  if (option.valueBoolean !== undefined) return { valueBoolean: option.valueBoolean }
  if (option.valueDate !== undefined) return { valueDate: option.valueDate }
  if (option.valueDateTime !== undefined) return { valueDateTime: option.valueDateTime }
  if (option.valueTime !== undefined) return { valueTime: option.valueTime }
  if (valueQuantity?.value === undefined) return null
  const { value, unit, system, code } = valueQuantity
  return { valueQuantity: { value, ...defined({ unit, system, code }) } }
}

function defined(members: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
}

/** Whether two answers are the same choice: the same code of the same system, whatever it is called. */
export function isSameChoice(one: Answer, other: Answer): boolean {
  if ('valueCoding' in one && 'valueCoding' in other) {
    const { code, system } = other.valueCoding
    return one.valueCoding.code === code && one.valueCoding.system === system
  }
  return JSON.stringify(one) === JSON.stringify(other)
}
