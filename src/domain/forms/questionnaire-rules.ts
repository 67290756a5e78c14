import type { Answer, QuestionnaireResponse, ResponseItem } from './questionnaire-response.ts'
import {
  canonicalAddress,
  type EnableWhen,
  type Questionnaire,
  type QuestionnaireItem,
} from './questionnaire.ts'

/** What is answered so far, by linkId: as a draft is kept, one field at a time. */
export type Answers = Readonly<Record<string, readonly Answer[]>>

/**
 * The items that are asked as the answers stand, groups with what is left in them.
 *
 * What depends on an item that is not asked itself is not asked either, whatever was answered there
 * before. A group or display text is asked when its own condition holds.
 */
export function enabledItems(
  items: readonly QuestionnaireItem[],
  answers: Answers,
): QuestionnaireItem[] {
  return enabledAmong(items, visibleAnswers(items, answers))
}

/** The answers to what is asked; the rest is kept in the draft but never signed. */
export function visibleAnswers(items: readonly QuestionnaireItem[], answers: Answers): Answers {
  let visible = answers
  // Each round can only hide more, so this ends; a chain of conditions takes a round each.
  for (;;) {
    const asked = new Set(linkIds(enabledAmong(items, visible)))
    const kept = Object.entries(visible).filter(([linkId]) => asked.has(linkId))
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

/** The linkIds of the items and of all that lies in them. */
export function linkIds(items: readonly QuestionnaireItem[]): string[] {
  return items.flatMap((item) => [item.linkId, ...linkIds(item.item ?? [])])
}

/** The filled form: what is asked and answered, in the form's own order and groups. */
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

/** The answers of a filled form by linkId, as a correction of it starts out with. */
export function answersOf(response: QuestionnaireResponse): Answers {
  return Object.fromEntries(
    flattened(response.item).map(({ linkId, answer }) => [linkId, answer ?? []]),
  )
}

function flattened(items: readonly ResponseItem[]): ResponseItem[] {
  return items.flatMap((item) => [item, ...flattened(item.item ?? [])])
}

/** The draft with one field changed; an empty answer takes the field out. */
export function withAnswer(answers: Answers, linkId: string, given: readonly Answer[]): Answers {
  const others = Object.entries(answers).filter(([other]) => other !== linkId)
  return Object.fromEntries(given.length === 0 ? others : [...others, [linkId, given]])
}

/**
 * What was answered, line by line, as notes, cards and paper show it. It needs the response alone:
 * a note stays readable on a device that never saw its version of the form.
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
