import { useState } from 'react'
import type { ContactNumber } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { ContactFaults } from './contact-faults.ts'
import { maxNumbers, noteField, numberField } from './typed-contact.ts'

type NumberFieldsProps = { numbers: readonly ContactNumber[]; faults: ContactFaults }

/** The numbers of a contact, each with its note, and room for one more. */
export function NumberFields({ numbers, faults }: NumberFieldsProps) {
  const [count, setCount] = useState(Math.max(1, numbers.length))
  return (
    <>
      {Array.from({ length: count }, (_, place) => (
        <div key={place}>
          <TextField
            label={words.number(place + 1)}
            fault={faults.get(numberField(place))}
            name={numberField(place)}
            kind="number"
            from={numbers[place]?.number ?? ''}
            maxLength={24}
          />
          <TextField
            label={words.note}
            help={place === 0 ? words.noteHelp : undefined}
            fault={faults.get(noteField(place))}
            name={noteField(place)}
            from={numbers[place]?.note ?? ''}
            maxLength={80}
          />
        </div>
      ))}
      {count < maxNumbers ? (
        <button type="button" className="link" onClick={() => setCount(count + 1)}>
          {words.another}
        </button>
      ) : null}
    </>
  )
}
