import { useId, type ReactNode } from 'react'
import { fields } from '#text/nb/screens/writing/fields.ts'
import './field.css'

type FieldProps = {
  label: string
  help?: string | undefined
  fault?: string | undefined
  /** Said beside the label from the start; the input says it to screen readers. */
  isRequired?: boolean
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode
}

/** A label, a help text, the input, and what is wrong with its value. */
export function Field({ label, help, fault, isRequired = false, children }: FieldProps) {
  const id = useId()
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <div className="field__head">
        <label className="field__label" htmlFor={id}>
          {label}
        </label>
        {isRequired ? <RequiredMark /> : null}
      </div>
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

/** «må fylles ut», beside the question. */
export function RequiredMark() {
  return (
    <span className="field__required" aria-hidden>
      {' '}
      {fields.required}
    </span>
  )
}
