import { findChoices, isSameChoice } from '#domain/forms/choices.ts'
import { itemControl, itemKind, takesSeveral } from '#domain/forms/item-kind.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { Chips } from '../ui/Chips.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type FormFieldProps, labelOf } from './form-field.ts'
import { helpText } from './TypedField.tsx'

/** More choices than this are a list that the phone shows in its own way, if only one may be chosen. */
const chipsAtMost = 12
const listControls = ['drop-down', 'autocomplete', 'lookup']

/** Yes and no, and choices; an open choice has a field beside them. */
export function ChoiceField({ form, item, answerKey, given, fault, writing }: FormFieldProps) {
  const label = labelOf(item)
  const isOpen = itemKind(item) === 'open-choice'
  const several = takesSeveral(item)
  const offered = offeredAnswers({ form, item })
  const own = given.filter((answer) => isOpen && 'valueString' in answer)
  const answer = (answers: readonly Answer[]) => writing.onAnswer(answerKey, answers)
  const choices = offered.map((one, at) => ({ value: String(at), label: answerText(one) }))
  const chosen = offered.flatMap((one, at) =>
    given.some((other) => isSameChoice(one, other)) ? [String(at)] : [],
  )

  function choose(values: readonly string[]) {
    const answers = offered.filter((_, at) => values.includes(String(at)))
    answer(several ? [...answers, ...own] : answers)
  }

  const isRequired = item.required === true
  const shared = { label, choices, help: helpText(item), fault, isRequired }
  const isList = listControls.includes(itemControl(item) ?? '') || choices.length > chipsAtMost
  return (
    <>
      {choices.length === 0 ? null : isList && !several ? (
        <SelectField
          {...shared}
          none={words.nothingChosen}
          chosen={chosen[0] ?? null}
          onChoose={(value) => choose(value === null ? [] : [value])}
        />
      ) : (
        <Chips {...shared} count={several ? 'several' : 'one'} chosen={chosen} onChoose={choose} />
      )}
      {several || isList || chosen.length === 0 || isRequired ? null : (
        <button
          type="button"
          className="link form-clear"
          aria-label={words.clearOf(label)}
          onClick={() => answer([])}
        >
          {words.clear}
        </button>
      )}
      {isOpen ? (
        <TextField
          label={choices.length === 0 ? label : `${label}: ${words.other}`}
          from={own.map(answerText).join(', ')}
          onType={(text) => {
            const codings = given.filter((one) => !('valueString' in one))
            const kept = several ? codings : []
            answer(text.trim() === '' ? codings : [...kept, { valueString: text }])
          }}
        />
      ) : null}
    </>
  )
}

function offeredAnswers({ form, item }: Pick<FormFieldProps, 'form' | 'item'>): Answer[] {
  if (itemKind(item) === 'boolean') return [{ valueBoolean: false }, { valueBoolean: true }]
  return (findChoices(item, form) ?? []).map(({ answer }) => answer)
}
