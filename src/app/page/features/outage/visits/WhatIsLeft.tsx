import { useRef, useState } from 'react'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'

type WhatIsLeftProps = { onStore: (word: string) => void; onCancel: () => void }

/** A visit that was done in part says in words what is left, for whoever does the rest. */
export function WhatIsLeft({ onStore, onCancel }: WhatIsLeftProps) {
  const typed = useRef('')
  const [isMissing, setMissing] = useState(false)
  return (
    <Form
      submit={words.store}
      isBusy={false}
      fault={isMissing ? words.leftMissing : null}
      onSubmit={() => {
        const word = typed.current.trim()
        setMissing(word === '')
        if (word !== '') onStore(word)
      }}
    >
      <TextField
        label={words.left}
        help={words.leftHelp}
        kind="long"
        maxLength={300}
        onType={(text) => {
          typed.current = text
        }}
      />
      <button type="button" className="link" onClick={onCancel}>
        {words.cancel}
      </button>
    </Form>
  )
}
