import { useState } from 'react'
import type { SectionId } from '#domain/ids.ts'
import { importLists as words } from '#text/nb/import.ts'
import type { Session } from '../../api.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { Field } from '../../ui/Field.tsx'

export type ImportFile = { section: SectionId; file: File }

type ChooseFileProps = {
  sections: Session['sections']
  isReading: boolean
  fault: string | null
  onChoose: (chosen: ImportFile) => void
}

export function ChooseFile({ sections, isReading, fault, onChoose }: ChooseFileProps) {
  const [section, setSection] = useState<SectionId | null>(sections[0]?.id ?? null)
  const [missing, setMissing] = useState(false)

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const file = new FormData(event.currentTarget).get('file')
        const isChosen = file instanceof File && file.name !== '' && section !== null
        setMissing(!isChosen)
        if (isChosen) onChoose({ section, file })
      }}
    >
      {sections.length > 1 ? (
        <Chips
          label={words.section}
          count="one"
          choices={sections.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={section === null ? [] : [section]}
          onChoose={([id]) => setSection(sections.find((known) => known.id === id)?.id ?? null)}
        />
      ) : null}
      <Field
        label={words.file}
        help={words.fileHelp}
        fault={missing ? words.missingFile : undefined}
      >
        {({ id, describedBy }) => (
          <input
            id={id}
            className="field__input"
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            aria-describedby={describedBy}
          />
        )}
      </Field>
      <p role="alert" className="field__fault">
        {fault}
      </p>
      <Action rank="primary" submits isBusy={isReading} isDisabled={isReading}>
        {isReading ? words.reading : words.read}
      </Action>
    </form>
  )
}
