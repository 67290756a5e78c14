import { useId } from 'react'
import { isCalculated } from '#domain/forms/calculations.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { labelOf } from './form-field.ts'

/** An answer that the form makes itself, or that is not to be changed. */
export function ShownAnswer({
  item,
  given,
}: {
  item: QuestionnaireItem
  given: readonly Answer[]
}) {
  const id = useId()
  const isMade = isCalculated(item)
  const none = isMade ? words.notYetCalculated : words.nothingChosen
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {labelOf(item)}
      </label>
      <p className="field__help" id={`${id}-help`}>
        {isMade ? words.calculated : words.readOnly}
      </p>
      <output
        className={given.length === 0 ? undefined : 'form-made'}
        id={id}
        aria-describedby={`${id}-help`}
      >
        {given.length === 0 ? none : given.map(answerText).join(', ')}
      </output>
    </div>
  )
}
