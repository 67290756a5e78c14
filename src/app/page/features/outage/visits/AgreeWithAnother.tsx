import { useRef, useState } from 'react'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'

/** One whom no list on this phone names: the visit stays hers, and says with whom it is agreed. */
export function AgreeWithAnother({ onAgree }: { onAgree: (name: string) => void }) {
  const typed = useRef('')
  const [isMissing, setMissing] = useState(false)
  return (
    <details className="folded">
      <summary>{words.another}</summary>
      <Form
        submit={words.agree}
        isBusy={false}
        fault={isMissing ? words.anotherMissing : null}
        onSubmit={() => {
          const name = typed.current.trim()
          setMissing(name === '')
          if (name !== '') onAgree(name)
        }}
      >
        <TextField
          label={words.anotherName}
          help={words.anotherHelp}
          maxLength={80}
          onType={(text) => {
            typed.current = text
          }}
        />
      </Form>
    </details>
  )
}
