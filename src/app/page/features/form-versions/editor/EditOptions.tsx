import type { AnswerOption } from '#domain/forms/answer-option.ts'
import { type FormEdit, mayBeRenamed } from '#domain/form-versions/editing/form-edit.ts'
import { findBond } from '#domain/form-versions/editing/item-bond.ts'
import type { Questionnaire, QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { useServices } from '../../../services/services.ts'
import { Action } from '../../../ui/Action.tsx'
import { TextField } from '../../../ui/TextField.tsx'

type EditOptionsProps = {
  form: Questionnaire
  item: QuestionnaireItem
  onEdit: (edit: FormEdit) => void
}

/** The answers of a choice. Each keeps its code, so that other words mean the same answer. */
export function EditOptions({ form, item, onEdit }: EditOptionsProps) {
  const { newId } = useServices()
  const { linkId, answerOption } = item
  if (answerOption === undefined) return <p className="form-text">{words.listedOptions}</p>
  const mayRemove = findBond(item, form) === null && answerOption.length > 1
  return (
    <>
      {answerOption.map((option, at) => {
        const label = words.option(at + 1)
        const text = wordsOf(option)
        if (!mayBeRenamed(option, item, form)) {
          return (
            <p
              key={keyOf(option, `${at}/${answerOption.length}`)}
              className="form-text"
            >{`${label}: ${text}`}</p>
          )
        }
        return (
          <TextField
            key={keyOf(option, `${at}/${answerOption.length}`)}
            label={label}
            isRequired
            from={text}
            onType={(typed) => onEdit({ kind: 'optionText', linkId, at, text: typed })}
            beside={
              mayRemove ? (
                <button
                  type="button"
                  className="question__button"
                  aria-label={words.removeOption(text)}
                  onClick={() => onEdit({ kind: 'removeOption', linkId, at })}
                >
                  {words.removeShort}
                </button>
              ) : undefined
            }
          />
        )
      })}
      <Action
        rank="second"
        onPress={() => onEdit({ kind: 'addOption', linkId, option: { code: newId(), text: '' } })}
      >
        {words.addOption}
      </Action>
    </>
  )
}

function wordsOf({ valueCoding, valueString, ...other }: AnswerOption): string {
  if (valueCoding !== undefined) return valueCoding.display ?? valueCoding.code
  return valueString ?? String(Object.values(other)[0])
}

/** A text has no code of its own, and is known by its place among as many. */
function keyOf({ valueCoding }: AnswerOption, place: string): string {
  return valueCoding === undefined ? place : `${valueCoding.system}|${valueCoding.code}`
}
