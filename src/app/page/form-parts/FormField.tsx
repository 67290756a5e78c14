import { memo } from 'react'
import { findObstacle } from '#domain/forms/unsupported-parts.ts'
import { isCalculated } from '#domain/forms/calculations.ts'
import { isChoice, itemKind } from '#domain/forms/item-kind.ts'
import { hasRows } from '#domain/forms/item-limits.ts'
import { ChoiceField } from './ChoiceField.tsx'
import type { FormFieldProps } from './form-field.ts'
import { NotShown } from './NotShown.tsx'
import { RowsField } from './RowsField.tsx'
import { ShownAnswer } from './ShownAnswer.tsx'
import { TypedField } from './TypedField.tsx'

/** One question. In a long form only the field that changed is drawn again. */
export const FormField = memo(function FormField(props: FormFieldProps) {
  const { item, form, given, answerKey, fault, writing } = props
  const obstacle = findObstacle(item, form)
  if (obstacle !== null) return <NotShown item={item} obstacle={obstacle} />
  if (isCalculated(item) || item.readOnly === true) return <ShownAnswer item={item} given={given} />
  const kind = itemKind(item)
  if (kind === 'boolean' || isChoice(kind)) return <ChoiceField {...props} />
  if (hasRows(item)) return <RowsField {...props} />
  return (
    <TypedField
      item={item}
      answer={given[0]}
      fault={fault}
      now={writing.now}
      onAnswer={(answers) => writing.onAnswer(answerKey, answers)}
    />
  )
})
