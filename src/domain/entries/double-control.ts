import { findExtension } from '../forms/extension.ts'
import { formReferenceOf } from '../forms/form-reference.ts'
import type { Questionnaire, QuestionnaireItem } from '../forms/questionnaire.ts'
import type { QuestionnaireResponse } from '../forms/questionnaire-response.ts'
import { answersTo } from '../forms/response-lines.ts'
import type { Note } from './note.ts'

/**
 * The extension by which a municipality says that a second employee must check what is signed: on a form, all that is
 * signed with it; on a yes-or-no question, what is answered yes there.
 */
export const doubleControlExtension = 'urn:beredt:extension:double-control'

/** Whether a response needs a second employee. Only what the form asked for is in a response. */
export function needsDoubleControl(
  form: Questionnaire,
  { item }: Pick<QuestionnaireResponse, 'item'>,
): boolean {
  if (isMarked(form)) return true
  return controllingQuestions(form).some(({ linkId }) =>
    answersTo(item, linkId).some((answer) => 'valueBoolean' in answer && answer.valueBoolean),
  )
}

/** Whether a signed form, by its form in its version, needs one. Not known of a form that is not on the phone. */
export function needsControl(
  { form, response }: Pick<Note, 'form' | 'response'>,
  forms: readonly Questionnaire[],
): boolean {
  return forms.some(
    (known) => formReferenceOf(known) === form && needsDoubleControl(known, response),
  )
}

/** Whether anything that is signed with the form may need one: then its paper has room for two signatures. */
export function mayNeedDoubleControl(form: Questionnaire): boolean {
  return isMarked(form) || controllingQuestions(form).length > 0
}

function controllingQuestions({ item }: Questionnaire): QuestionnaireItem[] {
  const all = (items: readonly QuestionnaireItem[]): QuestionnaireItem[] =>
    items.flatMap((one) => [one, ...all(one.item ?? [])])
  return all(item).filter((one) => isMarked(one))
}

function isMarked(marked: Pick<Questionnaire, 'extension'>): boolean {
  return findExtension(marked, doubleControlExtension)?.valueBoolean === true
}
