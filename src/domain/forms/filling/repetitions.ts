import {
  type AnswerKey,
  answerToken,
  repetitionMark,
  repetitionPrefix,
  repetitionTokens,
} from '../answer-keys.ts'
import type { Answers } from '../asked-items.ts'

/** Adds an empty repetition of a group after those that are there. One that was never written in counts as the first. */
export function withRepetition(answers: Answers, key: AnswerKey): Answers {
  const tokens = repetitionTokens(answers, key)
  const known = tokens.length === 0 ? ['0'] : tokens
  const next = String(Math.max(...known.map(Number)) + 1)
  const marks = [...known, next].map((token) => [repetitionMark(key, token), []] as const)
  return { ...answers, ...Object.fromEntries(marks) }
}

/** Takes away a repetition of a group with all that was answered in it. */
export function withoutRepetition(answers: Answers, key: AnswerKey, token: string): Answers {
  return withoutBelow(answers, repetitionPrefix(key, token))
}

/** Takes away one of the answers to a question, and what was answered below it. */
export function withoutAnswer(answers: Answers, key: AnswerKey, at: number): Answers {
  const given = answers[key] ?? []
  let left = answers
  // What is below a later answer moves up with it; a choice is named by its code and stays where it is.
  for (const [place, answer] of given.entries()) {
    if (place < at || 'valueCoding' in answer) continue
    const from = repetitionPrefix(key, answerToken(answer, place))
    left = place === at ? withoutBelow(left, from) : movedBelow(left, from, key, place - 1)
  }
  const kept = given.filter((_, place) => place !== at)
  return { ...withoutBelow(left, key, true), ...(kept.length === 0 ? {} : { [key]: kept }) }
}

function movedBelow(answers: Answers, from: string, key: AnswerKey, place: number): Answers {
  const to = repetitionPrefix(key, String(place))
  return Object.fromEntries(
    Object.entries(answers).map(([known, given]) => [
      known.startsWith(from) ? to + known.slice(from.length) : known,
      given,
    ]),
  )
}

function withoutBelow(answers: Answers, begin: string, isExact = false): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([known]) =>
      isExact ? known !== begin : !known.startsWith(begin),
    ),
  )
}
