import type { Choice } from '../../ui/Chips.tsx'
import { Field } from '../../ui/Field.tsx'

type NamedSelectProps = {
  name: string
  label: string
  help?: string
  /** The value that is chosen first; the field itself keeps what is chosen. */
  from: string
  choices: readonly Choice[]
}

/** One of some choices, read from the form by its name when that is sent. */
export function NamedSelect({ name, label, help, from, choices }: NamedSelectProps) {
  return (
    <Field label={label} help={help}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="field__input"
          name={name}
          aria-describedby={describedBy}
          defaultValue={from}
        >
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
