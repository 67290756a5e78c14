import { isHidden } from '../../forms/item-kind.ts'
import type { QuestionnaireContent } from '../../forms/questionnaire.ts'
import {
  type FieldLack,
  type FieldObstacle,
  findObstacle,
  lacksOf,
} from '../../forms/unsupported-parts.ts'
import { allItems } from './item-tree.ts'

/** A question that the app does not show, or does less with than the form asks for. */
export type UnsupportedField = {
  linkId: string
  text: string
  isHidden: boolean
  obstacle: FieldObstacle | null
  lacks: readonly FieldLack[]
}

export function unsupportedFields(form: QuestionnaireContent): UnsupportedField[] {
  return allItems(form.item).flatMap((item) => {
    const obstacle = findObstacle(item, form)
    const lacks = lacksOf(item)
    if (obstacle === null && lacks.length === 0) return []
    const text = item.text ?? item.linkId
    return [{ linkId: item.linkId, text, isHidden: isHidden(item), obstacle, lacks }]
  })
}
