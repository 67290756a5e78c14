import { useRef } from 'react'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { TextField } from '../../ui/TextField.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import type { FormFieldProps } from './form-field.ts'
import { answersFromText, textFromAnswers } from './typed-answer.ts'

/** One question. What is typed is kept as it is typed, also before it can be read as a date or a number. */
export function FormField(props: FormFieldProps) {
  const { item, given, fault, now, onAnswer } = props
  const place = useRef<HTMLDivElement>(null)
  if (item.type === 'boolean' || item.type === 'choice' || item.type === 'open-choice') {
    return <ChoiceField {...props} />
  }

  function setNow() {
    const field = place.current?.querySelector('input')
    const answers: Answer[] = [{ valueDateTime: now() }]
    if (field !== null && field !== undefined)
      field.value = textFromAnswers('dateTime', answers, now())
    onAnswer(answers)
  }

  return (
    <div ref={place}>
      <TextField
        label={item.text ?? item.linkId}
        kind={kindOf(item.type)}
        from={textFromAnswers(item.type, given, now())}
        fault={fault}
        onType={(text) => onAnswer(answersFromText(item.type, text, now()))}
        onLeave={(field) => {
          const answers = answersFromText(item.type, field.value, now())
          field.value = textFromAnswers(item.type, answers, now())
        }}
        beside={
          item.type === 'dateTime' ? (
            <button type="button" className="field__now" onClick={setNow}>
              {words.now}
            </button>
          ) : undefined
        }
      />
    </div>
  )
}

function kindOf(type: QuestionnaireItem['type']): 'text' | 'long' | 'number' | 'decimal' {
  if (type === 'text') return 'long'
  if (type === 'integer') return 'number'
  return type === 'decimal' ? 'decimal' : 'text'
}
