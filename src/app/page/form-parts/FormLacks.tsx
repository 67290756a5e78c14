import { isInferred } from '#domain/forms/municipality/form-marks.ts'
import { isHidden } from '#domain/forms/item-kind.ts'
import type { Questionnaire, QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { canBeAnswered, lacksOf } from '#domain/forms/unsupported-parts.ts'
import { forms as words } from '#text/nb/screens/forms.ts'

/** Says on top of a form what it rests on, and that parts of it do less here; which, stands by each field. */
export function FormLacks({ form }: { form: Questionnaire }) {
  const items = allItems(form.item)
  const shown = items.filter((item) => !isHidden(item))
  const lacking = shown.filter((item) => !canBeAnswered(item, form) || lacksOf(item).length > 0)
  const hidden = items.filter((item) => isHidden(item) && !canBeAnswered(item, form))
  const isWhole = lacking.length + hidden.length === 0
  if (isWhole) return isInferred(form) ? <p className="form-text">{words.inferred}</p> : null
  return (
    <p className="form-not-shown" role="note">
      {[
        lacking.length === 0 ? '' : words.lacks(lacking.length),
        hidden.length === 0 ? '' : words.hiddenObstacles(hidden.length),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  )
}

function allItems(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...allItems(item.item ?? [])])
}
