import { type Answers, flatItems } from './asked-items.ts'
import { isCalculated } from './calculations.ts'
import { findChoices, isSameChoice } from './choices.ts'
import { filledForm } from './filled-form.ts'
import { unitOf } from './item-limits.ts'
import { itemRefusals } from './questionnaire-check.ts'
import type { Answer, QuestionnaireResponse } from './questionnaire-response.ts'
import { canonicalAddress, type Questionnaire, type QuestionnaireItem } from './questionnaire.ts'
import { answerEntries, responseOf } from './response-layout.ts'

/**
 * A completed response with every label, unit and choice worded by its form, in the form's own order and groups. Null
 * when it is not one that the form can make: of another version, against its rules, with an answer twice or to a
 * question that the form did not ask, with another sum than its answers give. A response may say «0,5 mg» beside a
 * number; only the form is believed.
 */
export function wordedResponse(
  form: Questionnaire,
  response: QuestionnaireResponse,
): QuestionnaireResponse | null {
  if (response.status === 'in-progress') return null
  if (response.questionnaire !== canonicalAddress(form)) return null
  const entries = answerEntries(response.item, form.item)
  const keys = entries.map(([key]) => key)
  const answers: Answers = Object.fromEntries(entries)
  const filled = filledForm(form, answers)
  const answered = entries.filter(([, given]) => given.length > 0).map(([key]) => key)
  const isAsked = answered.every((key) => Object.hasOwn(filled.answers, key))
  if (new Set(keys).size !== keys.length || !isAsked) return null
  if (itemRefusals(form, answers).length > 0) return null
  const worded = Object.fromEntries(
    flatItems(filled.asked).map(({ key, item, given }) => [key, wordedByForm(given, item, form)]),
  )
  const isSummedUp = flatItems(filled.asked).every(({ key, item }) => {
    const said = answers[key] ?? []
    return (
      said.length === 0 ||
      !isCalculated(item) ||
      JSON.stringify(wordedByForm(said, item, form)) === JSON.stringify(worded[key])
    )
  })
  return isSummedUp ? responseOf(form, { ...filled.answers, ...worded }, response.status) : null
}

/** With the form's own coding for each choice, since a display may say the opposite of its code, and its own unit. */
function wordedByForm(
  given: readonly Answer[],
  item: QuestionnaireItem,
  form: Questionnaire,
): Answer[] {
  const choices = findChoices(item, form) ?? []
  return given.map((answer) => {
    if ('valueCoding' in answer) {
      const { system, code } = answer.valueCoding
      const offered = choices.find((choice) => isSameChoice(choice.answer, answer))?.answer
      return offered ?? { valueCoding: { code, ...(system === undefined ? {} : { system }) } }
    }
    if ('valueQuantity' in answer) {
      return { valueQuantity: { value: answer.valueQuantity.value, ...unitOf(item) } }
    }
    return answer
  })
}
