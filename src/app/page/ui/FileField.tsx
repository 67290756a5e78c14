import { useState } from 'react'
import { Field } from './Field.tsx'
import './file-field.css'

type FileFieldProps = {
  label: string
  help: string
  /** As the browser's own field takes it. */
  accept: string
  choose: string
  none: string
  fault: string | undefined
}

/** A file to choose, named `file` in its form: the browser's own field under a button of ours. */
export function FileField({ label, help, accept, choose, none, fault }: FileFieldProps) {
  const [name, setName] = useState<string | null>(null)
  return (
    <Field label={label} help={help} fault={fault} isRequired>
      {({ id, describedBy }) => (
        <span className="file-field">
          <input
            id={id}
            type="file"
            name="file"
            accept={accept}
            aria-required
            aria-describedby={describedBy}
            onChange={({ target }) => setName(target.files?.[0]?.name ?? null)}
          />
          <span className="file-field__choose" aria-hidden>
            {choose}
          </span>
          <span>{name ?? none}</span>
        </span>
      )}
    </Field>
  )
}
