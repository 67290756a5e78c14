import type { ItemRefusal } from '#domain/forms/questionnaire-check.ts'
import { itemControl, itemKind } from '#domain/forms/item-kind.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { itemRefusalText } from '#text/nb/words/answer.ts'
import { forms as words } from '#text/nb/screens/forms.ts'

/** What is wrong with a field. For a text that cannot be read, it says how to write it. */
export function faultText(refusal: ItemRefusal, item: QuestionnaireItem): string {
  if (refusal.kind !== 'wrongType') return itemRefusalText(refusal)
  const kind = itemKind(item)
  if (kind === 'dateTime') return words.wrongMoment
  if (kind === 'date') {
    const control = itemControl(item)
    if (control === 'year') return words.wrongYear
    return control === 'yearMonth' ? words.wrongMonth : words.wrongDate
  }
  if (kind === 'time') return words.wrongTime
  if (kind === 'integer' || kind === 'decimal' || kind === 'quantity') return words.wrongNumber
  return itemRefusalText(refusal)
}
