import { useState } from 'react'
import type { ContactNumber } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { ContactFaults } from './contact-faults.ts'
import { maxNumbers, noteField, numberField } from './typed-contact.ts'
import { useFocusAtAdded } from '../../ui/focus/use-focus-at-added.ts'

type NumberFieldsProps = { numbers: readonly ContactNumber[]; faults: ContactFaults }

/** The numbers of a contact, each with its note, and room for one more. */
export function NumberFields({ numbers, faults }: NumberFieldsProps) {
  const [count, setCount] = useState(Math.max(1, numbers.length))
  const place = useFocusAtAdded<HTMLDivElement>(count, '.contacts__number')
  return (
    <div ref={place}>
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="contacts__number">
          <TextField
            label={words.number(at + 1)}
            fault={faults.get(numberField(at))}
            name={numberField(at)}
            kind="number"
            from={numbers[at]?.number ?? ''}
            maxLength={24}
          />
          <TextField
            label={words.note}
            help={at === 0 ? words.noteHelp : undefined}
            fault={faults.get(noteField(at))}
            name={noteField(at)}
            from={numbers[at]?.note ?? ''}
            maxLength={80}
          />
        </div>
      ))}
      {count < maxNumbers ? (
        <button type="button" className="link" onClick={() => setCount(count + 1)}>
          {words.another}
        </button>
      ) : null}
    </div>
  )
}
