import type { Instant } from '#domain/time/instant.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'

/** `given` is what is answered so far; `fault` what is wrong with it, in words for her. */
export type FormFieldProps = {
  item: QuestionnaireItem
  given: readonly Answer[]
  fault: string | undefined
  now: () => Instant
  onAnswer: (given: readonly Answer[]) => void
}
