import { Field } from './Field.tsx'
import type { ReactNode } from 'react'

type TextFieldProps = {
  label: string
  help?: string | undefined
  fault?: string | undefined
  /** The initial value; the field itself keeps what is typed. */
  from?: string
  kind?: 'text' | 'long' | 'number' | 'decimal' | 'password' | 'search'
  name?: string
  autoComplete?: string
  required?: boolean
  maxLength?: number | undefined
  beside?: ReactNode
  onType?: (text: string) => void
  onLeave?: (field: HTMLInputElement | HTMLTextAreaElement) => void
}

/** The field is uncontrolled, so that a slow write never changes what is typed. */
export function TextField({ label, help, fault, beside, ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} fault={fault}>
      {(ids) => (
        <>
          <TextInput {...input} {...ids} isFaulty={fault !== undefined} />
          {beside}
        </>
      )}
    </Field>
  )
}

type TextInputProps = Omit<TextFieldProps, 'label' | 'help' | 'fault' | 'beside'> & {
  id: string
  describedBy: string | undefined
  isFaulty: boolean
}

function TextInput({
  id,
  describedBy,
  isFaulty,
  from,
  kind,
  onType,
  onLeave,
  ...more
}: TextInputProps) {
  const shared = {
    id,
    className: 'field__input',
    defaultValue: from ?? '',
    'aria-describedby': describedBy,
    'aria-invalid': isFaulty,
    // Otherwise the browser stores what is typed as plain text, to restore the form.
    autoComplete: 'off',
    ...more,
  }
  if (kind === 'long') {
    return (
      <textarea
        {...shared}
        rows={3}
        onChange={(event) => onType?.(event.target.value)}
        onBlur={(event) => onLeave?.(event.target)}
      />
    )
  }
  return (
    <input
      {...shared}
      type={kind === 'password' || kind === 'search' ? kind : 'text'}
      inputMode={kind === 'number' ? 'numeric' : kind === 'decimal' ? 'decimal' : undefined}
      onChange={(event) => onType?.(event.target.value)}
      onBlur={(event) => onLeave?.(event.target)}
    />
  )
}
