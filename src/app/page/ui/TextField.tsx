import { Field } from './Field.tsx'
import type { ReactNode } from 'react'

type TextFieldProps = {
  label: string
  help?: string | undefined
  fault?: string | undefined
  /** What stands there from before; the field keeps what is typed by itself. */
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

/** Uncontrolled on purpose: what is typed is never moved by a slow write. */
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
    // Else the browser keeps what is typed for its own restoring, in the clear.
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
