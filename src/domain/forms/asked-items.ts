import {
  type AnswerKey,
  answerToken,
  type KeyPrefix,
  parseKey,
  repeatingAround,
  repetitionPrefix,
  repetitionTokens,
} from './answer-keys.ts'
import { conditionsHold } from './enable-when.ts'
import { itemKind, takesSeveral } from './item-kind.ts'
import type { Answer } from './questionnaire-response.ts'
import type { QuestionnaireItem } from './questionnaire.ts'

/** The answers so far. A draft is stored one field at a time. */
export type Answers = Readonly<Record<AnswerKey, readonly Answer[]>>

/** An item that the answers ask for, with the items below it. */
export type AskedItem = {
  key: AnswerKey
  item: QuestionnaireItem
  given: readonly Answer[]
  /** One for each repetition of a group, or for each answer of a question that takes several; else one. */
  parts: readonly AskedPart[]
}
type AskedPart = {
  /** Null for what does not repeat. */
  token: string | null
  items: readonly AskedItem[]
}

const noAnswers: readonly Answer[] = []

/**
 * Returns the items that are enabled by the answers, and the answers to them.
 *
 * An item that depends on a disabled item is disabled too, whatever was answered there before. Other answers are
 * kept in the draft, but never signed.
 */
export function askedItems(
  items: readonly QuestionnaireItem[],
  answers: Answers,
): { asked: AskedItem[]; visible: Answers } {
  const around = repeatingAround(items)
  let visible = answers
  // Each round can only disable more items, so this ends; a chain of conditions needs several rounds.
  for (;;) {
    const asked = enabledAmong(items, '', { answers: visible, around })
    const enabled = new Set(askedKeys(asked))
    const kept = Object.entries(visible).filter(([key]) => enabled.has(key))
    if (kept.length === Object.keys(visible).length) return { asked, visible }
    visible = Object.fromEntries(kept)
  }
}

type Surroundings = { answers: Answers; around: ReadonlyMap<string, readonly string[]> }

function enabledAmong(
  items: readonly QuestionnaireItem[],
  prefix: KeyPrefix,
  known: Surroundings,
): AskedItem[] {
  return items
    .filter((item) => conditionsHold(item, (question) => givenTo(question, prefix, known)))
    .map((item) => {
      const key = prefix + item.linkId
      const given = known.answers[key] ?? noAnswers
      return { key, item, given, parts: partsOf(item, { key, prefix, given }, known) }
    })
}

function partsOf(
  item: QuestionnaireItem,
  { key, prefix, given }: { key: AnswerKey; prefix: KeyPrefix; given: readonly Answer[] },
  known: Surroundings,
): AskedPart[] {
  const below = item.item ?? []
  if (below.length === 0) return []
  if (!takesSeveral(item)) return [{ token: null, items: enabledAmong(below, prefix, known) }]
  return tokensOf(item, { key, given }, known).map((token) => ({
    token,
    items: enabledAmong(below, repetitionPrefix(key, token), known),
  }))
}

function tokensOf(
  item: QuestionnaireItem,
  { key, given }: { key: AnswerKey; given: readonly Answer[] },
  { answers }: Surroundings,
): string[] {
  if (itemKind(item) !== 'group') return given.map(answerToken)
  const tokens = repetitionTokens(answers, key)
  return tokens.length === 0 ? ['0'] : tokens
}

/** The answers to a question as an item sees them: those of its own repetition, where the question repeats with it. */
function givenTo(
  question: string,
  prefix: KeyPrefix,
  { answers, around }: Surroundings,
): readonly Answer[] {
  const repeating = around.get(question) ?? []
  if (repeating.length === 0) return answers[question] ?? noAnswers
  const own = new Map(parseKey(prefix).within.map(({ linkId, token }) => [linkId, token]))
  return Object.entries(answers).flatMap(([key, given]) => {
    const { linkId, within } = parseKey(key)
    const isSeen =
      linkId === question &&
      within.every((outer) => (own.get(outer.linkId) ?? outer.token) === outer.token)
    return isSeen ? given : []
  })
}

function askedKeys(asked: readonly AskedItem[]): AnswerKey[] {
  return asked.flatMap(({ key, parts }) => [
    key,
    ...parts.flatMap(({ token, items }) => [
      ...(token === null ? [] : [repetitionPrefix(key, token)]),
      ...askedKeys(items),
    ]),
  ])
}

/** The asked items, those in groups and below questions too, in the form's order. */
export function flatItems(asked: readonly AskedItem[]): AskedItem[] {
  return asked.flatMap((one) => [one, ...one.parts.flatMap(({ items }) => flatItems(items))])
}

/** Returns the linkIds of the items and of all items within them. */
export function linkIds(items: readonly QuestionnaireItem[]): string[] {
  return items.flatMap((item) => [item.linkId, ...linkIds(item.item ?? [])])
}

/** Returns the answers with one field changed; an empty answer removes the field. */
export function withAnswer(answers: Answers, key: AnswerKey, given: readonly Answer[]): Answers {
  const others = Object.entries(answers).filter(([other]) => other !== key)
  return Object.fromEntries(given.length === 0 ? others : [...others, [key, given]])
}
