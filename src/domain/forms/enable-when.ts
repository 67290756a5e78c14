import { findMilliseconds } from '../time/instant.ts'
import type { EnableWhen, QuestionnaireItem } from './questionnaire.ts'
import { type Answer, isBlank } from './questionnaire-response.ts'

/** The operators of FHIR R4. */
export const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const
type Operator = (typeof operators)[number]

/** Whether this build can judge a condition. */
export function findOperator({ operator }: EnableWhen): Operator | null {
  return operators.find((known) => known === operator) ?? null
}

/**
 * Whether an item's conditions hold. A condition that this build cannot judge counts as held: a field too many does
 * less harm than one that nobody sees.
 */
export function conditionsHold(
  { enableWhen, enableBehavior }: QuestionnaireItem,
  givenTo: (question: string) => readonly Answer[],
): boolean {
  const conditions = enableWhen ?? []
  if (conditions.length === 0) return true
  const holds = (condition: EnableWhen) => conditionHolds(condition, givenTo(condition.question))
  return enableBehavior === 'any' ? conditions.some(holds) : conditions.every(holds)
}

function conditionHolds(condition: EnableWhen, given: readonly Answer[]): boolean {
  const operator = findOperator(condition)
  switch (operator) {
    case null:
      return true
    case 'exists':
      return given.some((answer) => !isBlank(answer)) === (condition.answerBoolean ?? true)
    case '=':
      return given.some((answer) => isExpected(answer, condition))
    case '!=':
      return !given.some((answer) => isExpected(answer, condition))
    case '>':
    case '<':
    case '>=':
    case '<=':
      return given.some((answer) => isInOrder(compareTo(answer, condition), operator))
  }
}

function isInOrder(difference: number | null, operator: '>' | '<' | '>=' | '<='): boolean {
  if (difference === null) return false
  if (difference === 0) return operator === '>=' || operator === '<='
  return difference > 0 === operator.startsWith('>')
}

function isExpected(answer: Answer, condition: EnableWhen): boolean {
  if ('valueBoolean' in answer) return answer.valueBoolean === condition.answerBoolean
  if ('valueString' in answer) return answer.valueString === condition.answerString
  if (!('valueCoding' in answer)) return compareTo(answer, condition) === 0
  if (condition.answerCoding === undefined) return false
  const { code, system } = condition.answerCoding
  const given = answer.valueCoding
  const isOfSystem = system === undefined || given.system === undefined || given.system === system
  return given.code === code && isOfSystem
}

/** How much an answer is above what its condition names; null when the two cannot be compared. */
function compareTo(answer: Answer, condition: EnableWhen): number | null {
  const number = numberOf(answer)
  if (number !== null) {
    const { answerInteger, answerDecimal, answerQuantity } = condition
    const expected = answerInteger ?? answerDecimal ?? answerQuantity?.value
    return expected === undefined ? null : number - expected
  }
  if ('valueDate' in answer) return compareDates(answer.valueDate, condition.answerDate)
  if ('valueTime' in answer) return compareText(answer.valueTime, condition.answerTime)
  if ('valueDateTime' in answer) return compareMoments(answer.valueDateTime, condition)
  if ('valueString' in answer) return compareText(answer.valueString, condition.answerString)
  return null
}

/** The number of a numeric answer; null for every other. */
export function numberOf(answer: Answer): number | null {
  if ('valueInteger' in answer) return answer.valueInteger
  if ('valueDecimal' in answer) return answer.valueDecimal
  if ('valueQuantity' in answer) return answer.valueQuantity.value
  return null
}

/** A date may be a year or a month alone; two are compared as far as both are known. */
export function compareDates(given: string, expected: string | undefined): number | null {
  if (expected === undefined) return null
  const length = Math.min(given.length, expected.length)
  return compareText(given.slice(0, length), expected.slice(0, length))
}

function compareMoments(given: string, { answerDateTime, answerDate }: EnableWhen): number | null {
  const expected = answerDateTime ?? answerDate
  const [from, to] = [findMilliseconds(given), findMilliseconds(expected ?? '')]
  return from === null || to === null ? null : from - to
}

function compareText(given: string, expected: string | undefined): number | null {
  if (expected === undefined) return null
  return given === expected ? 0 : given < expected ? -1 : 1
}
