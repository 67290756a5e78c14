import { useState } from 'react'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import { addingText, limitsOf } from '#domain/forms/item-limits.ts'
import { withoutAnswer } from '#domain/forms/filling/repetitions.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { Action } from '../ui/Action.tsx'
import { type FormFieldProps, labelOf } from './form-field.ts'
import { TypedField } from './TypedField.tsx'
import { useFocusAtAdded } from '../ui/focus/use-focus-at-added.ts'

const emptyRow: Answer = { valueString: '' }

/** A question that takes several typed answers: a field for each, and one more when it is asked for. */
export function RowsField({ item, answerKey, given, fault, writing }: FormFieldProps) {
  const [removed, setRemoved] = useState(0)
  const label = labelOf(item)
  const rows = given.length === 0 ? [emptyRow] : given
  const { maxAnswers } = limitsOf(item)
  const place = useFocusAtAdded<HTMLDivElement>(rows.length, '.form-rows__row')

  function write(at: number, answers: readonly Answer[]) {
    writing.onAnswer(answerKey, rows.with(at, answers[0] ?? emptyRow))
  }

  return (
    <div ref={place} className="form-rows">
      {rows.map((answer, at) => (
        // A field keeps what is typed in it, so that rows get new fields when one goes.
        <div key={`${removed} ${at}`} className="form-rows__row">
          <TypedField
            item={item}
            label={rows.length === 1 ? label : words.answerNumber(label, at + 1)}
            answer={answer}
            fault={at === rows.length - 1 ? fault : undefined}
            now={writing.now}
            onAnswer={(answers) => write(at, answers)}
          />
          {rows.length === 1 ? null : (
            <button
              type="button"
              className="link"
              aria-label={words.removeAnswer(label, at + 1)}
              onClick={() => {
                setRemoved(removed + 1)
                writing.onReshape((answers) => withoutAnswer(answers, answerKey, at))
              }}
            >
              {words.remove}
            </button>
          )}
        </div>
      ))}
      {maxAnswers !== null && rows.length >= maxAnswers ? null : (
        <Action rank="second" onPress={() => writing.onAnswer(answerKey, [...rows, emptyRow])}>
          {addingText(item) ?? words.addAnswer}
        </Action>
      )}
    </div>
  )
}
