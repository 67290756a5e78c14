import {
  type Answer,
  type QuestionnaireResponse,
  type ResponseItem,
  valueOf,
} from './questionnaire-response.ts'

export type ResponseLine = { linkId: string; label: string; text: string }

/**
 * Returns the answers line by line, for notes, cards and paper. It needs only the response, so a note is readable on a
 * device that does not have its version of the form. In a group that is there several times each line names which.
 */
export function responseLines(
  { item }: Pick<QuestionnaireResponse, 'item'>,
  wordAnswer: (answer: Answer) => string,
): ResponseLine[] {
  return linesOf(item, '', wordAnswer)
}

function linesOf(
  items: readonly ResponseItem[],
  before: string,
  wordAnswer: (answer: Answer) => string,
): ResponseLine[] {
  const counts = new Map<string, number>()
  return items.flatMap(({ linkId, text, answer, item }) => {
    const count = (counts.get(linkId) ?? 0) + 1
    counts.set(linkId, count)
    const isRepeated = items.filter((other) => other.linkId === linkId).length > 1
    const inner = isRepeated ? `${text ?? linkId} ${count} – ` : before
    const given = answer ?? []
    const own =
      given.length === 0
        ? []
        : [
            {
              linkId,
              label: before + (text ?? linkId),
              text: given.map((one) => wordAnswer(valueOf(one))).join(', '),
            },
          ]
    const below = given.flatMap((one) =>
      linesOf(
        one.item ?? [],
        given.length > 1 ? `${before}${wordAnswer(valueOf(one))} – ` : before,
        wordAnswer,
      ),
    )
    return [...own, ...below, ...linesOf(item ?? [], inner, wordAnswer)]
  })
}

/** All answers of a response, those that are nested too. */
export function allAnswers(items: readonly ResponseItem[]): Answer[] {
  return items.flatMap(({ answer, item }) => [
    ...(answer ?? []).flatMap((one) => [valueOf(one), ...allAnswers(one.item ?? [])]),
    ...allAnswers(item ?? []),
  ])
}

/** The answers to one question, wherever it stands in the response. */
export function answersTo(items: readonly ResponseItem[], linkId: string): Answer[] {
  return items.flatMap((one) => [
    ...(one.linkId === linkId ? (one.answer ?? []).map(valueOf) : []),
    ...answersTo(one.item ?? [], linkId),
    ...(one.answer ?? []).flatMap((answer) => answersTo(answer.item ?? [], linkId)),
  ])
}
