import type { FormEdit } from '#domain/form-versions/editing/form-edit.ts'
import { isFixed, mayBeRemoved } from '#domain/form-versions/editing/item-bond.ts'
import { isChoice, itemKind } from '#domain/forms/item-kind.ts'
import type { Questionnaire, QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { Action } from '../../../ui/Action.tsx'
import { Chips } from '../../../ui/Chips.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { EditOptions } from './EditOptions.tsx'
import { nameOf } from './question-words.ts'

type EditFieldsProps = {
  form: Questionnaire
  item: QuestionnaireItem
  onEdit: (edit: FormEdit) => void
}

/** What of a question a leader may change: its words, whether it must be answered, its answers. */
export function EditFields({ form, item, onEdit }: EditFieldsProps) {
  const { linkId } = item
  const kind = itemKind(item)
  const isAsked = kind !== 'group' && kind !== 'display' && kind !== 'unknown'
  return (
    <div className="question__fields" role="group" aria-label={words.changeOf(nameOf(item))}>
      {isFixed(item, form) ? null : (
        <>
          <TextField
            label={isAsked ? words.question : words.text}
            isRequired
            kind="long"
            from={item.text ?? ''}
            onType={(text) => onEdit({ kind: 'text', linkId, text })}
          />
          {isAsked ? (
            <Chips
              label={words.required}
              isLabelHidden
              count="several"
              choices={[{ value: 'required', label: words.required }]}
              chosen={item.required === true ? ['required'] : []}
              onChoose={(chosen) =>
                onEdit({ kind: 'required', linkId, isRequired: chosen.length > 0 })
              }
            />
          ) : null}
          {isChoice(kind) ? <EditOptions form={form} item={item} onEdit={onEdit} /> : null}
        </>
      )}
      {mayBeRemoved(item, form) ? (
        <Action rank="second" onPress={() => onEdit({ kind: 'remove', linkId })}>
          {words.remove}
        </Action>
      ) : null}
    </div>
  )
}
