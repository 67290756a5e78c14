import { useMemo } from 'react'
import type { AskedItem } from '#domain/forms/asked-items.ts'
import { isHidden, itemKind } from '#domain/forms/item-kind.ts'
import type { ItemRefusal } from '#domain/forms/questionnaire-check.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { FormWriting } from './form-field.ts'
import { faultText } from './fault-text.ts'
import { FormField } from './FormField.tsx'
import { FormGroup } from './FormGroup.tsx'
import './fields.css'

type FormItemsProps = {
  form: Questionnaire
  items: readonly AskedItem[]
  refusals: readonly ItemRefusal[]
  writing: FormWriting
}

/** The small renderer of a FHIR Questionnaire: groups, texts and fields in the form's own order. */
export function FormItems({ items, refusals, ...rest }: FormItemsProps) {
  const refusalsByKey = useMemo(
    () => new Map(refusals.map((refusal) => [refusal.key, refusal])),
    [refusals],
  )
  return <ItemsBelow items={items} refusalsByKey={refusalsByKey} {...rest} />
}

type ItemsBelowProps = Omit<FormItemsProps, 'refusals'> & {
  refusalsByKey: ReadonlyMap<string, ItemRefusal>
}

function ItemsBelow({ items, ...rest }: ItemsBelowProps) {
  return items.map((asked) => {
    const { key, item, given, parts } = asked
    if (isHidden(item)) return null
    const kind = itemKind(item)
    if (kind === 'display') {
      return (
        <p key={key} className="form-text">
          {item.text}
        </p>
      )
    }
    if (kind === 'group') {
      return (
        <FormGroup
          key={key}
          group={asked}
          refusalsByKey={rest.refusalsByKey}
          writing={rest.writing}
          drawItems={(below) => <ItemsBelow items={below} {...rest} />}
        />
      )
    }
    const refusal = rest.refusalsByKey.get(key)
    return (
      <div key={key}>
        <FormField
          form={rest.form}
          item={item}
          answerKey={key}
          given={given}
          fault={refusal === undefined ? undefined : faultText(refusal, item)}
          writing={rest.writing}
        />
        {parts.map(({ token, items: below }) =>
          below.length === 0 ? null : (
            <div key={token} className="form-below">
              <ItemsBelow items={below} {...rest} />
            </div>
          ),
        )}
      </div>
    )
  })
}
