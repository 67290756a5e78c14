import type { AnswerKey } from '#domain/forms/answer-keys.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { Questionnaire, QuestionnaireItem } from '#domain/forms/questionnaire.ts'

/** How a form is written in. It stays the same while the form is open, so that a field is drawn only when it changes. */
export type FormWriting = {
  now: () => Instant
  onAnswer: (key: AnswerKey, given: readonly Answer[]) => void
  onReshape: (shape: (answers: Answers) => Answers) => void
}

/** `given` is the answer so far, and `fault` says in words what is wrong with it. */
export type FormFieldProps = {
  form: Questionnaire
  item: QuestionnaireItem
  answerKey: AnswerKey
  given: readonly Answer[]
  fault: string | undefined
  writing: FormWriting
}

/** The question as it is read aloud: with its number, if the form has one. */
export function labelOf({ prefix, text, linkId }: QuestionnaireItem): string {
  return [prefix, text ?? linkId].filter(Boolean).join(' ')
}
