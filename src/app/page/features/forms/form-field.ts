import type { Instant } from '#domain/time/instant.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'

/** `given` is the answer so far, and `fault` says in words what is wrong with it. */
export type FormFieldProps = {
  item: QuestionnaireItem
  given: readonly Answer[]
  fault: string | undefined
  now: () => Instant
  onAnswer: (given: readonly Answer[]) => void
}
