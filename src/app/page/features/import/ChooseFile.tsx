import { useState } from 'react'
import type { SectionId } from '#domain/base/ids.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import type { Session } from '#app/online/api.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { ImportProgressLine } from './ImportProgressLine.tsx'
import type { RunningImport } from './use-import-watch.ts'
import '../../ui/field.css'
import { useFocusAtFault } from '../../ui/focus/use-focus-at-fault.ts'
import { RequiredMark } from '../../ui/Field.tsx'
import './import.css'

export type ImportFile = { section: SectionId; file: File }

type ChooseFileProps = {
  sections: Session['sections']
  running: RunningImport | null
  fault: string | null
  onChoose: (chosen: ImportFile) => void
}

export function ChooseFile({ sections, running, fault, onChoose }: ChooseFileProps) {
  const [section, setSection] = useState<SectionId | null>(sections[0]?.id ?? null)
  const [missing, setMissing] = useState(false)
  const { place, attempted } = useFocusAtFault<HTMLFormElement>()
  const [fileName, setFileName] = useState<string | null>(null)

  return (
    <form
      className="form"
      ref={place}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        attempted()
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
      <div className="field">
        <span className="field__label">
          {words.file}
          <RequiredMark />
        </span>
        <p className="field__help" id="file-help">
          {words.fileHelp}
        </p>
        <label className="import__file">
          <input
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            aria-label={words.file}
            aria-required
            aria-describedby={missing ? 'file-help file-fault' : 'file-help'}
            onChange={({ target }) => setFileName(target.files?.[0]?.name ?? null)}
          />
          <span className="import__choose">{words.chooseFile}</span>
          <span>{fileName ?? words.noFile}</span>
        </label>
        {missing ? (
          <p className="field__fault" id="file-fault">
            {words.missingFile}
          </p>
        ) : null}
      </div>
      <p role="alert" className="field__fault">
        {fault}
      </p>
      {running === null ? null : <ImportProgressLine running={running} />}
      <Action rank="primary" submits isBusy={running !== null} isDisabled={running !== null}>
        {running === null ? words.read : words.reading}
      </Action>
    </form>
  )
}
