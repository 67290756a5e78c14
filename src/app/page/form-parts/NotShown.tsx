import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import type { FieldObstacle } from '#domain/forms/unsupported-parts.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { labelOf } from './form-field.ts'
import { obstacleText } from './obstacle-text.ts'

/** A question that cannot be answered here is said to be one: who fills in the form must know that it asks. */
export function NotShown({ item, obstacle }: { item: QuestionnaireItem; obstacle: FieldObstacle }) {
  return (
    <div className="field">
      <p className="field__label">{labelOf(item)}</p>
      <p className="form-not-shown">{words.cannotShow(obstacleText(obstacle))}</p>
    </div>
  )
}
