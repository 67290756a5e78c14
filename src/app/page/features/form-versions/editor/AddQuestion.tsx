import { useState } from 'react'
import {
  type NewQuestion,
  type QuestionKind,
  questionKinds,
} from '#domain/form-versions/editing/new-question.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { useServices } from '../../../services/services.ts'
import { Action } from '../../../ui/Action.tsx'
import { Chips } from '../../../ui/Chips.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useFocusAtFault } from '../../../ui/focus/use-focus-at-fault.ts'

type Faults = { text?: string; options?: string }

/** A new question at the end of the form, from where it is moved to its place. */
export function AddQuestion({ onAdd }: { onAdd: (question: NewQuestion) => void }) {
  const { newId } = useServices()
  const [kind, setKind] = useState<QuestionKind>('text')
  const [faults, setFaults] = useState<Faults>({})
  const { place, attempted } = useFocusAtFault<HTMLFormElement>()
  const [report, setReport] = useState('')
  /** New for each question, so that its fields are empty again. */
  const [round, setRound] = useState(0)

  function add(typed: FormData) {
    const text = wordsIn(typed.get('text'))
    const options = wordsIn(typed.get('options'))
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
    const found: Faults = {
      ...(text === '' ? { text: words.missingText } : {}),
      ...(kind === 'choice' && options.length < 2 ? { options: words.missingOptions } : {}),
    }
    setFaults(found)
    setReport('')
    if (Object.keys(found).length > 0) return
    const linkId = newId()
    onAdd({
      linkId,
      kind,
      text,
      options: options.map((option) => ({ code: newId(), text: option })),
    })
    setReport(words.added(text))
    setRound(round + 1)
  }

  return (
    <>
      <GroupHeading text={words.addHeading} />
      <form
        key={round}
        className="form"
        noValidate
        ref={place}
        onSubmit={(event) => {
          event.preventDefault()
          attempted()
          add(new FormData(event.currentTarget))
        }}
      >
        <TextField label={words.question} name="text" fault={faults.text} isRequired />
        <Chips
          label={words.kind}
          count="one"
          look="square"
          choices={questionKinds.map((value) => ({ value, label: words.kinds[value] }))}
          chosen={[kind]}
          onChoose={([chosen]) =>
            setKind(questionKinds.find((known) => known === chosen) ?? 'text')
          }
        />
        {kind === 'choice' ? (
          <TextField
            label={words.optionsLabel}
            kind="long"
            name="options"
            fault={faults.options}
            isRequired
          />
        ) : null}
        <Action rank="second" submits>
          {words.add}
        </Action>
      </form>
      <p role="status">{report}</p>
    </>
  )
}

function wordsIn(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : ''
}
