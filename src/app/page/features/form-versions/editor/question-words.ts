import { itemKind } from '#domain/forms/item-kind.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'

export function nameOf({ prefix, text }: QuestionnaireItem): string {
  const name = [prefix, text?.trim()].filter(Boolean).join(' ')
  return name === '' ? words.noText : name
}

/** What kind of answer a question takes, and whether it must have one. */
export function kindWords(item: QuestionnaireItem): string {
  return [words.types[itemKind(item)], item.required === true ? words.required : null]
    .filter(Boolean)
    .join(' · ')
}
