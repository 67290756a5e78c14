import type { Coding, QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { Chips } from '../../ui/Chips.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { FormFieldProps } from './form-field.ts'

/** Yes and no, and choices; an open choice has a field beside them. */
export function ChoiceField({ item, given, fault, onAnswer }: FormFieldProps) {
  const label = item.text ?? item.linkId
  if (item.type === 'boolean') {
    const chosen = given.flatMap((answer) =>
      'valueBoolean' in answer ? [String(answer.valueBoolean)] : [],
    )
    return (
      <Chips
        label={label}
        count="one"
        choices={[
          { value: 'false', label: words.no },
          { value: 'true', label: words.yes },
        ]}
        chosen={chosen}
        fault={fault}
        onChoose={([value]) => onAnswer([{ valueBoolean: value === 'true' }])}
      />
    )
  }
  const options = optionsOf(item)
  const own = given.filter((answer) => 'valueString' in answer)
  return (
    <>
      <Chips
        label={label}
        count={item.repeats === true ? 'several' : 'one'}
        choices={options.map(({ code, display }) => ({ value: code, label: display ?? code }))}
        chosen={given.flatMap((answer) =>
          'valueCoding' in answer ? [answer.valueCoding.code] : [],
        )}
        fault={fault}
        onChoose={(codes) => {
          const chosen = options.filter(({ code }) => codes.includes(code))
          const answers: Answer[] = chosen.map((valueCoding) => ({ valueCoding }))
          onAnswer(item.repeats === true ? [...answers, ...own] : answers)
        }}
      />
      {item.type === 'open-choice' ? (
        <TextField
          label={`${label}: ${words.other}`}
          from={own.map((answer) => answer.valueString).join(', ')}
          onType={(text) => {
            const codings = given.filter((answer) => 'valueCoding' in answer)
            const kept = item.repeats === true ? codings : []
            onAnswer(text.trim() === '' ? codings : [...kept, { valueString: text }])
          }}
        />
      ) : null}
    </>
  )
}

function optionsOf({ answerOption }: QuestionnaireItem): Coding[] {
  return (answerOption ?? []).map(({ valueCoding }) => valueCoding)
}
