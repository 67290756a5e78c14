import type { QuestionnaireResponse, ResponseItem } from './questionnaire-response.ts'
import { itemRefusals } from './questionnaire-check.ts'
import { type Answers, answersOf, responseOf, visibleAnswers } from './questionnaire-rules.ts'
import {
  type Coding,
  canonicalAddress,
  type Questionnaire,
  type QuestionnaireItem,
} from './questionnaire.ts'

/**
 * A completed response with every label, unit and choice worded by its form, in the form's own order and groups. Null
 * when it is not one that the form can make: of another version, against its rules, with an answer twice or to a
 * question that the form did not ask. A response may say «0,5 mg» beside a number; only the form is believed.
 */
export function wordedResponse(
  form: Questionnaire,
  response: QuestionnaireResponse,
): QuestionnaireResponse | null {
  if (response.status === 'in-progress') return null
  if (response.questionnaire !== canonicalAddress(form)) return null
  const answered = answeredLinkIds(response.item)
  const answers = answersOf(response)
  const visible = visibleAnswers(form.item, answers)
  const isAsked = answered.every((linkId) => Object.hasOwn(visible, linkId))
  if (new Set(answered).size !== answered.length || !isAsked) return null
  if (itemRefusals(form, answers).length > 0) return null
  return responseOf(form, codedByForm(form.item, visible), response.status)
}

function answeredLinkIds(items: readonly ResponseItem[]): string[] {
  return items.flatMap(({ linkId, answer, item }) => [
    ...(answer === undefined || answer.length === 0 ? [] : [linkId]),
    ...answeredLinkIds(item ?? []),
  ])
}

/** The form's own coding for each choice: a display may say the opposite of its code. */
function codedByForm(items: readonly QuestionnaireItem[], answers: Answers): Answers {
  const optionsByLinkId = new Map(optionsOf(items))
  return Object.fromEntries(
    Object.entries(answers).map(([linkId, given]) => [
      linkId,
      given.map((answer) =>
        'valueCoding' in answer
          ? { valueCoding: formCoding(answer.valueCoding, optionsByLinkId.get(linkId) ?? []) }
          : answer,
      ),
    ]),
  )
}

function optionsOf(items: readonly QuestionnaireItem[]): [string, Coding[]][] {
  return items.flatMap(({ linkId, answerOption, item }) => [
    [linkId, (answerOption ?? []).map(({ valueCoding }) => valueCoding)] satisfies [
      string,
      Coding[],
    ],
    ...optionsOf(item ?? []),
  ])
}

function formCoding({ system, code }: Coding, options: readonly Coding[]): Coding {
  const offered = options.find((option) => option.code === code && option.system === system)
  return offered ?? { code, ...(system === undefined ? {} : { system }) }
}
