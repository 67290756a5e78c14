import { useRef, useState } from 'react'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { Form } from '../../../ui/Form.tsx'
import { KeptTextField } from '../../../parts/KeptTextField.tsx'
import { useKeptText } from '../../../services/use-kept-text.ts'

type WhatIsLeftProps = {
  /** Names the visit, so that what is typed is kept over a lock. */
  place: string
  onStore: (word: string) => void
  onCancel: () => void
}

/** A visit that was done in part says in words what is left, for whoever does the rest. */
export function WhatIsLeft({ place, onStore, onCancel }: WhatIsLeftProps) {
  const keeping = useKeptText(place)
  const typed = useRef('')
  const [isMissing, setMissing] = useState(false)
  return (
    <Form
      submit={words.store}
      isBusy={false}
      fault={null}
      onSubmit={() => {
        const word = typed.current.trim()
        setMissing(word === '')
        if (word === '') return
        onStore(word)
        void keeping.forget()
      }}
    >
      <KeptTextField
        keeping={keeping}
        label={words.left}
        isRequired
        fault={isMissing ? words.leftMissing : undefined}
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
