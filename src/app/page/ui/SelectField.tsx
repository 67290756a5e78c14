import type { Choice } from './Chips.tsx'
import { Field } from './Field.tsx'

type SelectFieldProps = {
  label: string
  choices: readonly Choice[]
  chosen: string | null
  /** The words for no choice. */
  none: string
  help?: string | undefined
  fault?: string | undefined
  isRequired?: boolean
  onChoose: (value: string | null) => void
}

/** One of many choices, in the list that the phone shows by itself: large, and searchable on some. */
export function SelectField({
  label,
  choices,
  chosen,
  none,
  help,
  fault,
  isRequired = false,
  onChoose,
}: SelectFieldProps) {
  return (
    <Field label={label} help={help} fault={fault} isRequired={isRequired}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="field__input"
          aria-describedby={describedBy}
          aria-invalid={fault !== undefined}
          aria-required={isRequired}
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{none}</option>
          {choices.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
