import type { ItemRefusal } from '#domain/forms/questionnaire-check.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { itemRefusalText } from '#text/nb/words/answer.ts'
import { forms as words } from '#text/nb/screens/forms.ts'

/** What is wrong with a field. For a text that cannot be read, it says how to write it. */
export function faultText(refusal: ItemRefusal, { type }: QuestionnaireItem): string {
  if (refusal.kind === 'wrongType') {
    if (type === 'dateTime') return words.wrongMoment
    if (type === 'date') return words.wrongDate
    if (type === 'time') return words.wrongTime
    if (type === 'integer' || type === 'decimal') return words.wrongNumber
  }
  return itemRefusalText(refusal)
}
