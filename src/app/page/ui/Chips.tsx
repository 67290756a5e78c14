import { useId } from 'react'
import { fields } from '#text/nb/screens/writing/fields.ts'
import { RequiredMark } from './Field.tsx'
import './field.css'

export type Choice = { value: string; label: string }

type ChipsProps = {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  /** one: one or none. several: as many as fit. */
  count: 'one' | 'several'
  look?: 'round' | 'square'
  /** Keeps the label for screen readers only, when the screen's title already says it. */
  isLabelHidden?: boolean
  help?: string | undefined
  fault?: string | undefined
  /** Said beside the question from the start, and read out with it. */
  isRequired?: boolean
  onChoose: (chosen: string[]) => void
}

/** Choices as round buttons; real radio buttons and check boxes below. */
export function Chips({
  label,
  choices,
  chosen,
  count,
  look,
  isLabelHidden,
  help,
  fault,
  isRequired = false,
  onChoose,
}: ChipsProps) {
  const id = useId()
  const described = [isRequired && `${id}-required`, fault !== undefined && `${id}-fault`]
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset className="field" aria-describedby={described === '' ? undefined : described}>
      <legend className={isLabelHidden === true ? 'visually-hidden' : 'field__label'}>
        {label}
        {isRequired ? <RequiredMark /> : null}
      </legend>
      {isRequired ? (
        <span className="visually-hidden" id={`${id}-required`}>
          {fields.required}
        </span>
      ) : null}
      {help === undefined ? null : <p className="field__help">{help}</p>}
      <div className="chips">
        {choices.map((choice) => (
          <label key={choice.value} className={`chip chip--${look ?? 'round'}`}>
            <input
              type={count === 'one' ? 'radio' : 'checkbox'}
              name={id}
              checked={chosen.includes(choice.value)}
              onChange={(event) => {
                const others = chosen.filter((value) => value !== choice.value)
                if (count === 'one') onChoose([choice.value])
                else onChoose(event.target.checked ? [...others, choice.value] : others)
              }}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {fault === undefined ? null : (
        <p className="field__fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}
