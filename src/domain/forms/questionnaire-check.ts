import { Instant } from '../time/instant.ts'
import type { AnswerKey } from './answer-keys.ts'
import { type AskedItem, type Answers, flatItems } from './asked-items.ts'
import { isCalculated } from './calculations.ts'
import { findChoices, isSameChoice } from './choices.ts'
import { compareDates, numberOf } from './enable-when.ts'
import { filledForm } from './filled-form.ts'
import { itemKind, isHidden, takesSeveral, type ItemKind } from './item-kind.ts'
import { type ItemLimits, limitsOf } from './item-limits.ts'
import { type Answer, isBlank, type QuestionnaireResponse } from './questionnaire-response.ts'
import type { Questionnaire, QuestionnaireContent } from './questionnaire.ts'
import { allAnswers } from './response-lines.ts'
import { findPattern } from './expressions/safe-pattern.ts'
import { canBeAnswered } from './unsupported-parts.ts'

type Named = { key: AnswerKey; linkId: string; label: string }

/** Why a form cannot be signed yet, one for each field; `text/nb/` words each kind. */
export type ItemRefusal = Named &
  (
    | { kind: 'missing' | 'tooMany' | 'wrongType' | 'unknownOption' }
    | { kind: 'tooLong'; maxLength: number }
    | { kind: 'tooShort'; minLength: number }
    | { kind: 'tooFew' | 'tooManyOf'; count: number }
    | { kind: 'belowMin' | 'aboveMax'; limit: number | string; faultText: string | null }
    | { kind: 'tooManyDecimals'; decimals: number }
    | { kind: 'noMatch'; faultText: string | null }
  )

/** Lists why a form cannot be signed yet, in the form's order; empty when it can. */
export function itemRefusals(
  questionnaire: Pick<Questionnaire, keyof QuestionnaireContent>,
  answers: Answers,
): ItemRefusal[] {
  return flatItems(filledForm(questionnaire, answers).asked).flatMap((asked) => {
    const { item } = asked
    if (isHidden(item) || isCalculated(item)) return []
    const refusal = refusalOf(asked, questionnaire)
    return refusal === null ? [] : [refusal]
  })
}

function refusalOf(asked: AskedItem, form: QuestionnaireContent): ItemRefusal | null {
  const { key, item, given, parts } = asked
  const kind = itemKind(item)
  const named = { key, linkId: item.linkId, label: item.text ?? item.linkId }
  if (kind === 'display' || !canBeAnswered(item, form)) return null
  if (kind === 'group') {
    const isEmpty = allGiven(parts).length === 0
    return item.required === true && isEmpty ? { kind: 'missing', ...named } : null
  }
  const filled = given.filter((answer) => !isBlank(answer))
  const limits = limitsOf(item)
  if (filled.length === 0) {
    const mustBeFilled = item.required === true && item.readOnly !== true
    return mustBeFilled ? { kind: 'missing', ...named } : null
  }
  if (filled.length > 1 && !takesSeveral(item)) return { kind: 'tooMany', ...named }
  if (!filled.every((answer) => isOfKind(answer, kind))) return { kind: 'wrongType', ...named }
  const choices = findChoices(item, form)
  const isOffered = (one: Answer) => choices?.some(({ answer }) => isSameChoice(answer, one))
  const chosen = filled.filter((answer) => kind === 'choice' || 'valueCoding' in answer)
  if (choices !== null && !chosen.every(isOffered)) return { kind: 'unknownOption', ...named }
  const outside = outsideLimits(filled, limits)
  return outside === null ? null : { ...outside, ...named }
}

type WithoutName<Refusal> = Refusal extends Named ? Omit<Refusal, keyof Named> : never

function outsideLimits(
  given: readonly Answer[],
  limits: ItemLimits,
): WithoutName<ItemRefusal> | null {
  const { minAnswers, maxAnswers } = limits
  if (minAnswers !== null && given.length < minAnswers) return { kind: 'tooFew', count: minAnswers }
  if (maxAnswers !== null && given.length > maxAnswers) {
    return { kind: 'tooManyOf', count: maxAnswers }
  }
  for (const answer of given) {
    const outside =
      'valueString' in answer
        ? textOutside(answer.valueString, limits)
        : valueOutside(answer, limits)
    if (outside !== null) return outside
  }
  return null
}

function textOutside(text: string, limits: ItemLimits): WithoutName<ItemRefusal> | null {
  const { maxLength, minLength, pattern, faultText } = limits
  if (maxLength !== null && text.length > maxLength) return { kind: 'tooLong', maxLength }
  if (minLength !== null && text.length < minLength) return { kind: 'tooShort', minLength }
  const isMatch = pattern === null ? null : findPattern(pattern)
  return isMatch === null || isMatch(text) ? null : { kind: 'noMatch', faultText }
}

function valueOutside(
  answer: Answer,
  { min, max, decimals, faultText }: ItemLimits,
): WithoutName<ItemRefusal> | null {
  if (min !== null && isBelow(answer, min)) return { kind: 'belowMin', limit: min, faultText }
  if (max !== null && isAbove(answer, max)) return { kind: 'aboveMax', limit: max, faultText }
  const number = numberOf(answer)
  if (number === null || decimals === null) return null
  const isFiner = Number(number.toFixed(Math.min(decimals, 12))) !== number
  return isFiner ? { kind: 'tooManyDecimals', decimals } : null
}

function isBelow(answer: Answer, limit: number | string): boolean {
  return (differenceFrom(answer, limit) ?? 0) < 0
}

function isAbove(answer: Answer, limit: number | string): boolean {
  return (differenceFrom(answer, limit) ?? 0) > 0
}

/** Null when a limit is of another type than the answer. */
function differenceFrom(answer: Answer, limit: number | string): number | null {
  const number = numberOf(answer)
  if (typeof limit === 'number') return number === null ? null : number - limit
  if ('valueDate' in answer) return compareDates(answer.valueDate, limit)
  if ('valueDateTime' in answer) return compareDates(answer.valueDateTime, limit)
  return 'valueTime' in answer ? compareDates(answer.valueTime, limit) : null
}

function allGiven(parts: AskedItem['parts']): Answer[] {
  return parts.flatMap(({ items }) => flatItems(items).flatMap(({ given }) => given))
}

function isOfKind(answer: Answer, kind: ItemKind): boolean {
  switch (kind) {
    case 'boolean':
      return 'valueBoolean' in answer
    case 'integer':
      return 'valueInteger' in answer
    case 'decimal':
      return 'valueDecimal' in answer
    case 'quantity':
      return 'valueQuantity' in answer
    case 'date':
      return 'valueDate' in answer
    case 'dateTime':
      return 'valueDateTime' in answer
    case 'time':
      return 'valueTime' in answer
    case 'string':
    case 'text':
      return 'valueString' in answer
    // A choice may be among texts, numbers or dates: what is offered says which.
    case 'choice':
      return true
    case 'open-choice':
      return 'valueCoding' in answer || 'valueString' in answer
    case 'group':
    case 'display':
    case 'unknown':
      return false
  }
}

/** Finds when the reported event happened: the first answer of date and time. */
export function findEventAt(response: QuestionnaireResponse): Instant | null {
  const moments = allAnswers(response.item)
    .flatMap((answer) => ('valueDateTime' in answer ? [answer.valueDateTime] : []))
    .map((text) => Instant.safeParse(text))
  return moments.find(({ success }) => success)?.data ?? null
}
