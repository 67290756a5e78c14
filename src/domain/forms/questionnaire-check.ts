import { Instant } from '../time/instant.ts'
import type { Answer, QuestionnaireResponse } from './questionnaire-response.ts'
import { type Answers, answersOf, enabledItems, visibleAnswers } from './questionnaire-rules.ts'
import type { Questionnaire, QuestionnaireItem } from './questionnaire.ts'

/** Why a form cannot be signed yet, one for each field; `text/nb/` words each kind. */
export type ItemRefusal =
  | { kind: 'missing'; linkId: string; label: string }
  | { kind: 'tooLong'; linkId: string; label: string; maxLength: number }
  | { kind: 'tooMany'; linkId: string; label: string }
  | { kind: 'wrongType'; linkId: string; label: string }
  | { kind: 'unknownOption'; linkId: string; label: string }

/** Lists why a form cannot be signed yet, in the form's order; empty when it can. */
export function itemRefusals(questionnaire: Questionnaire, answers: Answers): ItemRefusal[] {
  const visible = visibleAnswers(questionnaire.item, answers)
  return enabledFields(enabledItems(questionnaire.item, answers)).flatMap((item) => {
    const refusal = refusalOf(item, visible[item.linkId] ?? [])
    return refusal === null ? [] : [refusal]
  })
}

function enabledFields(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) =>
    item.type === 'display'
      ? []
      : [...(item.type === 'group' ? [] : [item]), ...enabledFields(item.item ?? [])],
  )
}

function refusalOf(item: QuestionnaireItem, given: readonly Answer[]): ItemRefusal | null {
  const named = { linkId: item.linkId, label: item.text ?? item.linkId }
  const filled = given.filter((answer) => !isBlank(answer))
  if (filled.length === 0) return item.required === true ? { kind: 'missing', ...named } : null
  if (filled.length > 1 && item.repeats !== true) return { kind: 'tooMany', ...named }
  if (!filled.every((answer) => isOfType(answer, item.type))) return { kind: 'wrongType', ...named }
  if (!filled.every((answer) => isOffered(answer, item))) return { kind: 'unknownOption', ...named }
  const { maxLength } = item
  return maxLength !== undefined && filled.some((answer) => textLength(answer) > maxLength)
    ? { kind: 'tooLong', ...named, maxLength }
    : null
}

function isBlank(answer: Answer): boolean {
  return 'valueString' in answer && answer.valueString.trim() === ''
}

function textLength(answer: Answer): number {
  return 'valueString' in answer ? answer.valueString.length : 0
}

function isOfType(answer: Answer, type: QuestionnaireItem['type']): boolean {
  switch (type) {
    case 'boolean':
      return 'valueBoolean' in answer
    case 'integer':
      return 'valueInteger' in answer
    case 'decimal':
      return 'valueDecimal' in answer
    case 'date':
      return 'valueDate' in answer
    case 'dateTime':
      return 'valueDateTime' in answer
    case 'time':
      return 'valueTime' in answer
    case 'string':
    case 'text':
      return 'valueString' in answer
    case 'choice':
      return 'valueCoding' in answer
    case 'open-choice':
      return 'valueCoding' in answer || 'valueString' in answer
    case 'group':
    case 'display':
      return false
  }
}

function isOffered(answer: Answer, { answerOption }: QuestionnaireItem): boolean {
  if (answerOption === undefined || !('valueCoding' in answer)) return true
  const { code, system } = answer.valueCoding
  return answerOption.some(
    ({ valueCoding }) => valueCoding.code === code && valueCoding.system === system,
  )
}

/** Finds when the reported event happened: the first answer of date and time. */
export function findEventAt(response: QuestionnaireResponse): Instant | null {
  const moments = Object.values(answersOf(response))
    .flat()
    .flatMap((answer) => ('valueDateTime' in answer ? [answer.valueDateTime] : []))
    .map((text) => Instant.safeParse(text))
  return moments.find(({ success }) => success)?.data ?? null
}
