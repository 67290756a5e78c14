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
  /** The browser itself holds back a form in which the field is empty. */
  required?: boolean
  isRequired?: boolean
  maxLength?: number | undefined
  beside?: ReactNode
  onType?: (text: string) => void
  onLeave?: (field: HTMLInputElement | HTMLTextAreaElement) => void
}

/** The field is uncontrolled, so that a slow write never changes what is typed. */
export function TextField({ label, help, fault, isRequired, beside, ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} fault={fault} isRequired={isRequired === true}>
      {(ids) => (
        <>
          <TextInput
            {...input}
            {...ids}
            isFaulty={fault !== undefined}
            mustBeFilled={isRequired === true}
          />
          {beside}
        </>
      )}
    </Field>
  )
}

type TextInputProps = Omit<TextFieldProps, 'label' | 'help' | 'fault' | 'beside' | 'isRequired'> & {
  id: string
  describedBy: string | undefined
  isFaulty: boolean
  mustBeFilled: boolean
}

function TextInput({
  id,
  describedBy,
  isFaulty,
  mustBeFilled,
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
    ...(mustBeFilled ? { 'aria-required': true } : {}),
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
