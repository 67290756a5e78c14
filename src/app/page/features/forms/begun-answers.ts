import type { Answers } from '#domain/forms/asked-items.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { initialAnswers } from '#domain/forms/filling/initial-answers.ts'
import { answersOf } from '#domain/forms/response-layout.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What a draft goes on with; a new one begins with what its form is filled with beforehand. */
export function begunAnswers(
  { response }: Draft,
  form: Questionnaire,
  savedAt: Instant | null,
): Answers {
  const isNew = savedAt === null && response.item.length === 0
  return isNew ? initialAnswers(form) : answersOf(response, form.item)
}
