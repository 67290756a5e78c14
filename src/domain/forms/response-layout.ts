import {
  type AnswerKey,
  answerToken,
  type KeyPrefix,
  parseKey,
  repetitionMark,
  repetitionPrefix,
  repetitionTokens,
} from './answer-keys.ts'
import type { AskedItem, Answers } from './asked-items.ts'
import { filledForm } from './filled-form.ts'
import { itemKind, takesSeveral } from './item-kind.ts'
import {
  type Answer,
  isBlank,
  type QuestionnaireResponse,
  type ResponseAnswer,
  type ResponseItem,
  valueOf,
} from './questionnaire-response.ts'
import { canonicalAddress, type Questionnaire, type QuestionnaireItem } from './questionnaire.ts'

/**
 * Makes the response: enabled items with answers, in the form's own order and groups. What is below a question lies
 * within its answer, as FHIR wants it.
 */
export function responseOf(
  questionnaire: Questionnaire,
  answers: Answers,
  status: QuestionnaireResponse['status'],
): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: canonicalAddress(questionnaire),
    status,
    item: laidOut(filledForm(questionnaire, answers).asked),
  }
}

function laidOut(asked: readonly AskedItem[]): ResponseItem[] {
  return asked.flatMap(({ item, given, parts }): ResponseItem[] => {
    const named = { linkId: item.linkId, ...(item.text === undefined ? {} : { text: item.text }) }
    const inner = parts.map(({ items }) => laidOut(items))
    const answer = given
      .map((one, at) => ({ ...one, ...within(inner[at]) }))
      .filter((one) => !isBlank(one))
    if (answer.length > 0) return [{ ...named, answer }]
    return inner.filter((items) => items.length > 0).map((items) => ({ ...named, item: items }))
  })
}

function within(items: ResponseItem[] | undefined): { item?: ResponseItem[] } {
  return items === undefined || items.length === 0 ? {} : { item: items }
}

/**
 * Everything that is typed, also in fields that other answers hide, because the fields may be shown again. It is laid
 * out without the form: only what repeats is nested.
 */
export function draftResponse(questionnaire: string, answers: Answers): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire,
    status: 'in-progress',
    item: draftItems(answers, ''),
  }
}

function draftItems(answers: Answers, prefix: KeyPrefix): ResponseItem[] {
  const names = new Set<string>()
  for (const key of Object.keys(answers)) {
    if (key === prefix || !key.startsWith(prefix)) continue
    const { within: outer, linkId } = parseKey(key.slice(prefix.length))
    names.add(outer[0]?.linkId ?? linkId)
  }
  return [...names].flatMap((linkId): ResponseItem[] => {
    const key = prefix + linkId
    const given = answers[key] ?? []
    if (given.length > 0) return [{ linkId, answer: given.map(nestedDraft(answers, key)) }]
    return repetitionTokens(answers, key).map((token) => ({
      linkId,
      ...within(draftItems(answers, repetitionPrefix(key, token))),
    }))
  })
}

function nestedDraft(answers: Answers, key: AnswerKey) {
  return (answer: Answer, at: number): ResponseAnswer => ({
    ...answer,
    ...within(draftItems(answers, repetitionPrefix(key, answerToken(answer, at)))),
  })
}

/** Returns the answers of a response by their keys; a draft goes on, and a correction starts, with them. */
export function answersOf(
  { item }: Pick<QuestionnaireResponse, 'item'>,
  items: readonly QuestionnaireItem[],
): Answers {
  return Object.fromEntries(answerEntries(item, items))
}

/** The answers in the order of the response. Of a question that stands in it twice there are two. */
export function answerEntries(
  response: readonly ResponseItem[],
  items: readonly QuestionnaireItem[],
): [AnswerKey, readonly Answer[]][] {
  const itemsByLinkId = new Map(allItems(items).map((item) => [item.linkId, item]))
  function walk(
    inner: readonly ResponseItem[],
    prefix: KeyPrefix,
  ): [AnswerKey, readonly Answer[]][] {
    const counts = new Map<string, number>()
    return inner.flatMap((one) => {
      const key = prefix + one.linkId
      const item = itemsByLinkId.get(one.linkId)
      const repeats = item !== undefined && takesSeveral(item)
      if (repeats && itemKind(item) === 'group') {
        const token = String(counts.get(one.linkId) ?? 0)
        counts.set(one.linkId, Number(token) + 1)
        return [
          [repetitionMark(key, token), []] satisfies [AnswerKey, Answer[]],
          ...walk(one.item ?? [], repetitionPrefix(key, token)),
        ]
      }
      const given = (one.answer ?? []).map(valueOf)
      const own: [AnswerKey, readonly Answer[]][] = one.answer === undefined ? [] : [[key, given]]
      const below = (one.answer ?? []).flatMap((answer, at) =>
        walk(
          answer.item ?? [],
          repeats ? repetitionPrefix(key, answerToken(valueOf(answer), at)) : prefix,
        ),
      )
      return [...own, ...below, ...walk(one.item ?? [], prefix)]
    })
  }
  return walk(response, '')
}

function allItems(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...allItems(item.item ?? [])])
}
