import { useRef, useState } from 'react'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { Form } from '../../../ui/Form.tsx'
import { KeptTextField } from '../../../parts/KeptTextField.tsx'
import { useKeptText } from '../../../services/use-kept-text.ts'

type AgreeWithAnotherProps = {
  /** Names the visit, so that what is typed is kept over a lock. */
  place: string
  onAgree: (name: string) => void
}

/** One whom no list on this phone names: the visit stays hers, and says with whom it is agreed. */
export function AgreeWithAnother({ place, onAgree }: AgreeWithAnotherProps) {
  const keeping = useKeptText(place)
  const typed = useRef('')
  const [isMissing, setMissing] = useState(false)
  return (
    <details className="folded">
      <summary>{words.another}</summary>
      <Form
        submit={words.agree}
        isBusy={false}
        fault={null}
        onSubmit={() => {
          const name = typed.current.trim()
          setMissing(name === '')
          if (name === '') return
          onAgree(name)
          void keeping.forget()
        }}
      >
        <KeptTextField
          keeping={keeping}
          label={words.anotherName}
          isRequired
          fault={isMissing ? words.anotherMissing : undefined}
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
