import type { KeyPrefix } from '../answer-keys.ts'
import { repetitionPrefix } from '../answer-keys.ts'
import type { Answers } from '../asked-items.ts'
import { answerOfOption, findChoices } from '../choices.ts'
import { itemKind, takesSeveral } from '../item-kind.ts'
import type { Answer } from '../questionnaire-response.ts'
import type { QuestionnaireContent, QuestionnaireItem } from '../questionnaire.ts'

/** What a form is filled with before anybody has written in it. */
export function initialAnswers(form: QuestionnaireContent): Answers {
  return Object.fromEntries(initialEntries(form.item, '', form))
}

function initialEntries(
  items: readonly QuestionnaireItem[],
  prefix: KeyPrefix,
  form: QuestionnaireContent,
): [string, readonly Answer[]][] {
  return items.flatMap((item) => {
    const key = prefix + item.linkId
    const given = initialOf(item, form)
    const isRepeatedGroup = itemKind(item) === 'group' && takesSeveral(item)
    const below = initialEntries(
      item.item ?? [],
      isRepeatedGroup ? repetitionPrefix(key, '0') : prefix,
      form,
    )
    return given.length === 0 ? below : [[key, given], ...below]
  })
}

function initialOf(item: QuestionnaireItem, form: QuestionnaireContent): Answer[] {
  const written = (item.initial ?? []).flatMap((option) => answerOfOption(option) ?? [])
  if (written.length > 0) return written
  const selected = (item.answerOption ?? []).filter(
    ({ initialSelected }) => initialSelected === true,
  )
  return (findChoices({ ...item, answerOption: selected }, form) ?? []).map(({ answer }) => answer)
}
