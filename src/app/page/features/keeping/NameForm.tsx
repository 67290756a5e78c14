import { useRef, useState } from 'react'
import { sections as words } from '#text/nb/screens/keeping/sections.ts'
import { Action } from '../../ui/Action.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formText } from '../../ui/form-text.ts'
import './keeping.css'

type NameFormProps = {
  label: string
  help?: string
  from?: string
  submit: string
  isBusy: boolean
  /** Answers what is wrong, or null when the name is saved. */
  onSave: (name: string) => Promise<string | null>
  onCancel?: () => void
}

/** One name and its button. When it is saved the field is empty again, for the next one. */
export function NameForm({ label, help, from, submit, isBusy, onSave, onCancel }: NameFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [fault, setFault] = useState<string | undefined>(undefined)

  async function save(name: string) {
    if (name === '') return setFault(words.fillIn)
    const wrong = await onSave(name)
    setFault(wrong ?? undefined)
    if (wrong === null && onCancel === undefined) {
      form.current?.reset()
      form.current?.querySelector('input')?.focus()
    }
  }

  return (
    <form
      ref={form}
      className="keeping__name"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(formText(new FormData(event.currentTarget), 'name').trim())
      }}
    >
      <TextField
        label={label}
        help={help}
        fault={fault}
        from={from ?? ''}
        name="name"
        maxLength={60}
      />
      <div className="keeping__buttons">
        <Action rank="second" submits isBusy={isBusy} isDisabled={isBusy}>
          {submit}
        </Action>
        {onCancel === undefined ? null : (
          <button type="button" className="link" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  )
}
