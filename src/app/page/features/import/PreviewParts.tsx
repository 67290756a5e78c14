import { useState, type ReactNode } from 'react'
import { importLists as words } from '#text/nb/screens/import.ts'
import { changedFieldText } from '#text/nb/words/changed-field.ts'
import { fieldChangeTexts } from '#text/nb/words/field-change.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { ImportPreview } from '#app/online/api.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

const atOnce = 50

/** The parts of a preview, the most urgent first: unreadable, worth checking, changed, gone, new. */
export function PreviewParts({ preview }: { preview: ImportPreview }) {
  return (
    <>
      <Part title={words.unreadable} rows={preview.unreadable}>
        {({ line, reason, excerpt }) => (
          <LineRow
            key={`${line}-${reason.kind}`}
            line={line}
            text={importReport.unreadable(reason)}
            more={[excerpt, importReport.unreadableHint(reason)]}
            isHarm
          />
        )}
      </Part>
      <Part title={words.warnings} rows={preview.warnings}>
        {({ line, warning }, index) => (
          <LineRow
            key={`${line}-${index}`}
            line={line}
            text={importReport.warning(warning)}
            more={[]}
          />
        )}
      </Part>
      {preview.changes.length === 0 ? null : <Changes changes={preview.changes} />}
      <Part title={words.goneOnes} rows={peopleOf(preview.gonePeople)}>
        {({ name, zone }, index) => (
          <PersonRow key={index} name={lookupName(name)} zone={zoneText(zone)} />
        )}
      </Part>
      <Part title={words.newOnes} rows={peopleOf(preview.addedPeople)}>
        {({ name, zone }, index) => (
          <PersonRow key={index} name={lookupName(name)} zone={zoneText(zone)} />
        )}
      </Part>
    </>
  )
}

function peopleOf(zones: ImportPreview['gonePeople']) {
  return zones.flatMap(({ zone, people }) => people.map((name) => ({ name, zone })))
}

type PartProps<Row> = {
  title: string
  rows: readonly Row[]
  children: (row: Row, index: number) => ReactNode
}

function Part<Row>({ title, rows, children }: PartProps<Row>) {
  const [shown, setShown] = useState(atOnce)
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <GroupHeading text={title} beside={String(rows.length)} />
      <ul className="import__rows">{rows.slice(0, shown).map(children)}</ul>
      {rows.length > shown ? (
        <button type="button" className="link" onClick={() => setShown(rows.length)}>
          {words.moreRows(rows.length - shown)}
        </button>
      ) : null}
    </section>
  )
}

type LineRowProps = {
  line: number
  text: string
  more: readonly (string | null)[]
  isHarm?: boolean
}

function LineRow({ line, text, more, isHarm }: LineRowProps) {
  return (
    <li className="import__line">
      <strong className={isHarm === true ? 'import__harm' : ''}>{words.line(line)}</strong>
      <span>
        {text}
        {more
          .filter((part) => part !== null && part !== '')
          .map((part) => (
            <small key={part}>{part}</small>
          ))}
      </span>
    </li>
  )
}

function PersonRow({ name, zone }: { name: string; zone: string }) {
  return (
    <li className="import__line import__line--person">
      <strong>{name}</strong>
      <span>{zone}</span>
    </li>
  )
}

function Changes({ changes }: { changes: ImportPreview['changes'] }) {
  const [shown, setShown] = useState(atOnce)
  const { columns } = words
  const rows = changes.flatMap(({ patient, fields }) =>
    fields.map((change) => ({ patient, change })),
  )
  return (
    <section aria-label={words.changed}>
      <GroupHeading text={words.changed} beside={String(rows.length)} />
      <div className="import__table">
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.patient}</th>
              <th scope="col">{columns.field}</th>
              <th scope="col">{columns.before}</th>
              <th scope="col">{columns.now}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ patient, change }, index) => (
              <ChangeRow key={index} name={lookupName(patient)} change={change} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown ? (
        <button type="button" className="link" onClick={() => setShown(rows.length)}>
          {words.moreRows(rows.length - shown)}
        </button>
      ) : null}
    </section>
  )
}

type ChangeRowProps = {
  name: string
  change: ImportPreview['changes'][number]['fields'][number]
}

function ChangeRow({ name, change }: ChangeRowProps) {
  const { columns } = words
  const { before, after } = fieldChangeTexts(change)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={columns.field}>{changedFieldText[change.field]}</td>
      <td data-label={columns.before}>{before}</td>
      <td data-label={columns.now}>{after}</td>
    </tr>
  )
}
