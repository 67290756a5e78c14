import { useId, type ReactNode } from 'react'
import './field.css'

type FieldProps = {
  label: string
  help?: string | undefined
  fault?: string | undefined
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode
}

/** A label, a help text, the input, and what is wrong with its value. */
export function Field({ label, help, fault, children }: FieldProps) {
  const id = useId()
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {help === undefined ? null : (
        <p className="field__help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className="field__line">
        {children({ id, describedBy: described === '' ? undefined : described })}
      </div>
      {fault === undefined ? null : (
        <p className="field__fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
