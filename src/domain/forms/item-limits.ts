import { findExtension } from './extension.ts'
import type { Quantity } from './answer-values.ts'
import { isChoice, itemKind, takesSeveral } from './item-kind.ts'
import type { QuestionnaireItem } from './questionnaire.ts'

const hl7 = 'http://hl7.org/fhir/StructureDefinition'
const ehelse = 'http://ehelse.no/fhir/StructureDefinition'

/** The unit that stands beside a field: what people read, and the code that is stored with the number. */
export function unitOf(item: QuestionnaireItem): Omit<Quantity, 'value'> | null {
  const coding = findExtension(item, `${hl7}/questionnaire-unit`)?.valueCoding
  if (coding === undefined) return null
  const { system, code, display } = coding
  return {
    ...((display ?? code) === undefined ? {} : { unit: display ?? code }),
    ...(system === undefined ? {} : { system }),
    ...(code === undefined ? {} : { code }),
  }
}

/** What a form says an answer may be. Null where it says nothing. */
export type ItemLimits = {
  min: number | string | null
  max: number | string | null
  decimals: number | null
  minLength: number | null
  maxLength: number | null
  minAnswers: number | null
  maxAnswers: number | null
  pattern: string | null
  /** What the form itself says when an answer is outside. */
  faultText: string | null
}

export function limitsOf(item: QuestionnaireItem): ItemLimits {
  const find = (name: string) => findExtension(item, `${hl7}/${name}`)
  const bound = (name: string) => {
    const found = find(name)
    return (
      found?.valueInteger ??
      found?.valueDecimal ??
      found?.valueDate ??
      found?.valueDateTime ??
      found?.valueTime ??
      null
    )
  }
  return {
    min: bound('minValue'),
    max: bound('maxValue'),
    decimals: find('maxDecimalPlaces')?.valueInteger ?? null,
    minLength: find('minLength')?.valueInteger ?? null,
    maxLength: item.maxLength ?? null,
    minAnswers: find('questionnaire-minOccurs')?.valueInteger ?? null,
    maxAnswers: find('questionnaire-maxOccurs')?.valueInteger ?? null,
    pattern: find('regex')?.valueString ?? null,
    faultText: findExtension(item, `${ehelse}/validationtext`)?.valueString ?? null,
  }
}

/** The words below a label, as Helsenorge's «sublabel». */
export function helpOf(item: QuestionnaireItem): string | null {
  const url = 'http://helsenorge.no/fhir/StructureDefinition/sdf-sublabel'
  const found = findExtension(item, url)
  return found?.valueMarkdown ?? found?.valueString ?? null
}

/** The words of the button that adds one more; null when the form has none of its own. */
export function addingText(item: QuestionnaireItem): string | null {
  return findExtension(item, `${ehelse}/repeatstext`)?.valueString ?? null
}

/** Whether a group folds, and how it begins; null when it always stands open. */
export function foldOf(item: QuestionnaireItem): 'open' | 'closed' | null {
  const url = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-collapsible'
  const code = findExtension(item, url)?.valueCode
  if (code === undefined) return null
  return code === 'default-closed' ? 'closed' : 'open'
}

/** Whether a question's answers are rows with a field each, to which one may be added. */
export function hasRows(item: QuestionnaireItem): boolean {
  const kind = itemKind(item)
  return takesSeveral(item) && kind !== 'group' && kind !== 'boolean' && !isChoice(kind)
}
