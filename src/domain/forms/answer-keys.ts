import type { QuestionnaireItem } from './questionnaire.ts'
import { takesSeveral } from './item-kind.ts'
import type { Answer } from './questionnaire-response.ts'

/**
 * Where an answer is: the linkId of its question; in a group that repeats, after the group and the number of its
 * repetition. FHIR wants no character below 32 in a string, so that no linkId has the separator.
 */
export type AnswerKey = string

const separator = '\u001e'

/** The beginning of all keys in one repetition; empty outside of what repeats. */
export type KeyPrefix = string

export function repetitionPrefix(key: AnswerKey, token: string): KeyPrefix {
  return `${key}${separator}${token}${separator}`
}

/** The repetitions that a key lies in, outermost first, and its linkId. */
export function parseKey(key: AnswerKey): {
  within: readonly { linkId: string; token: string }[]
  linkId: string
} {
  const parts = key.split(separator)
  const within = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    within.push({ linkId: parts[at] ?? '', token: parts[at + 1] ?? '' })
  }
  return { within, linkId: parts.at(-1) ?? '' }
}

/** Marks a repetition that has no answer yet, so that an added row stays where it was. */
export function repetitionMark(key: AnswerKey, token: string): AnswerKey {
  return repetitionPrefix(key, token)
}

/** The tokens of a group's repetitions, in their order. */
export function repetitionTokens(
  answers: Readonly<Record<AnswerKey, unknown>>,
  key: AnswerKey,
): string[] {
  const begin = `${key}${separator}`
  const tokens = new Set<string>()
  for (const known of Object.keys(answers)) {
    if (!known.startsWith(begin)) continue
    const [token = ''] = known.slice(begin.length).split(separator)
    tokens.add(token)
  }
  return [...tokens].toSorted((a, b) => Number(a) - Number(b))
}

/**
 * What tells one answer of a question from the others, for the items below it: the code of a choice, since what is
 * ticked comes and goes, and else its place.
 */
export function answerToken(answer: Answer, at: number): string {
  return 'valueCoding' in answer
    ? `${answer.valueCoding.system ?? ''}|${answer.valueCoding.code}`
    : String(at)
}

/** The linkIds of the items around each item that repeat, by linkId: keys name them, outermost first. */
export function repeatingAround(
  items: readonly QuestionnaireItem[],
): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, readonly string[]>()
  function walk(inner: readonly QuestionnaireItem[], outer: readonly string[]): void {
    for (const item of inner) {
      around.set(item.linkId, outer)
      walk(item.item ?? [], takesSeveral(item) ? [...outer, item.linkId] : outer)
    }
  }
  walk(items, [])
  return around
}
