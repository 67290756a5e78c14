import type { Answer, QuestionnaireResponse, ResponseItem } from './questionnaire-response.ts'
import {
  canonicalAddress,
  type EnableWhen,
  type Questionnaire,
  type QuestionnaireItem,
} from './questionnaire.ts'

/** The answers so far, by linkId. A draft is stored one field at a time. */
export type Answers = Readonly<Record<string, readonly Answer[]>>

/**
 * Returns the items that are enabled by the current answers, and groups with their enabled items.
 *
 * An item that depends on a disabled item is disabled too, whatever was answered there before.
 * A group or display text is enabled when its own condition is true.
 */
export function enabledItems(
  items: readonly QuestionnaireItem[],
  answers: Answers,
): QuestionnaireItem[] {
  return enabledAmong(items, visibleAnswers(items, answers))
}

/** Returns the answers to enabled items; other answers are kept in the draft but never signed. */
export function visibleAnswers(items: readonly QuestionnaireItem[], answers: Answers): Answers {
  let visible = answers
  // Each round can only disable more items, so this ends; a chain of conditions needs several rounds.
  for (;;) {
    const enabled = new Set(linkIds(enabledAmong(items, visible)))
    const kept = Object.entries(visible).filter(([linkId]) => enabled.has(linkId))
    if (kept.length === Object.keys(visible).length) return visible
    visible = Object.fromEntries(kept)
  }
}

function enabledAmong(items: readonly QuestionnaireItem[], visible: Answers): QuestionnaireItem[] {
  return items
    .filter((item) => isEnabled(item, visible))
    .map((item) =>
      item.item === undefined ? item : { ...item, item: enabledAmong(item.item, visible) },
    )
}

function isEnabled(item: QuestionnaireItem, answers: Answers): boolean {
  const conditions = item.enableWhen ?? []
  if (conditions.length === 0) return true
  const holds = (condition: EnableWhen) => conditionHolds(condition, answers)
  return item.enableBehavior === 'any' ? conditions.some(holds) : conditions.every(holds)
}

function conditionHolds(condition: EnableWhen, answers: Answers): boolean {
  const given = answers[condition.question] ?? []
  switch (condition.operator) {
    case 'exists':
      return given.length > 0 === (condition.answerBoolean ?? true)
    case '=':
      return given.some((answer) => isExpected(answer, condition))
    case '!=':
      return !given.some((answer) => isExpected(answer, condition))
  }
}

function isExpected(answer: Answer, condition: EnableWhen): boolean {
  if ('valueBoolean' in answer) return answer.valueBoolean === condition.answerBoolean
  if ('valueString' in answer) return answer.valueString === condition.answerString
  if (!('valueCoding' in answer) || condition.answerCoding === undefined) return false
  const { code, system } = condition.answerCoding
  return (
    answer.valueCoding.code === code &&
    (system === undefined || answer.valueCoding.system === undefined
      ? true
      : answer.valueCoding.system === system)
  )
}

/** Returns the linkIds of the items and of all items within them. */
export function linkIds(items: readonly QuestionnaireItem[]): string[] {
  return items.flatMap((item) => [item.linkId, ...linkIds(item.item ?? [])])
}

/** Makes the response: enabled items with answers, in the form's own order and groups. */
export function responseOf(
  questionnaire: Questionnaire,
  answers: Answers,
  status: QuestionnaireResponse['status'],
): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: canonicalAddress(questionnaire),
    status,
    item: responseItems(
      enabledItems(questionnaire.item, answers),
      visibleAnswers(questionnaire.item, answers),
    ),
  }
}

function responseItems(items: readonly QuestionnaireItem[], answers: Answers): ResponseItem[] {
  return items.flatMap((item) => {
    const named = { linkId: item.linkId, ...(item.text === undefined ? {} : { text: item.text }) }
    const inner = responseItems(item.item ?? [], answers)
    const answer = answers[item.linkId] ?? []
    if (answer.length === 0 && inner.length === 0) return []
    return [
      {
        ...named,
        ...(answer.length === 0 ? {} : { answer: [...answer] }),
        ...(inner.length === 0 ? {} : { item: inner }),
      },
    ]
  })
}

/** Returns the answers of a response by linkId; a correction starts with them. */
export function answersOf(response: QuestionnaireResponse): Answers {
  return Object.fromEntries(
    flattened(response.item).map(({ linkId, answer }) => [linkId, answer ?? []]),
  )
}

function flattened(items: readonly ResponseItem[]): ResponseItem[] {
  return items.flatMap((item) => [item, ...flattened(item.item ?? [])])
}

/** Returns the answers with one field changed; an empty answer removes the field. */
export function withAnswer(answers: Answers, linkId: string, given: readonly Answer[]): Answers {
  const others = Object.entries(answers).filter(([other]) => other !== linkId)
  return Object.fromEntries(given.length === 0 ? others : [...others, [linkId, given]])
}

/**
 * Returns the answers line by line, for notes, cards and paper. It needs only the response, so a note
 * is readable on a device that does not have its version of the form.
 */
export function responseLines(
  response: QuestionnaireResponse,
  wordAnswer: (answer: Answer) => string,
): { linkId: string; label: string; text: string }[] {
  return flattened(response.item)
    .filter(({ answer }) => answer !== undefined && answer.length > 0)
    .map(({ linkId, text, answer }) => ({
      linkId,
      label: text ?? linkId,
      text: (answer ?? []).map(wordAnswer).join(', '),
    }))
}
