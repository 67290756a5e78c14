import { useState, type ReactNode } from 'react'
import { importLists as words } from '#text/nb/screens/import.ts'
import type { ImportPreview } from '#app/online/api.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

const atOnce = 50

/** The parts of a preview, the most urgent first: unreadable, worth checking, changed, gone, new. */
export function PreviewParts({ preview }: { preview: ImportPreview }) {
  return (
    <>
      <Part title={words.unreadable} rows={preview.unreadable}>
        {({ line, reason, hint, excerpt }) => (
          <LineRow
            key={`${line}-${reason}`}
            line={line}
            text={reason}
            more={[excerpt, hint]}
            isHarm
          />
        )}
      </Part>
      <Part title={words.warnings} rows={preview.warnings}>
        {({ line, text }, index) => (
          <LineRow key={`${line}-${index}`} line={line} text={text} more={[]} />
        )}
      </Part>
      {preview.changes.length === 0 ? null : <Changes changes={preview.changes} />}
      <Part title={words.goneOnes} rows={preview.gonePeople}>
        {({ patient, zone }, index) => (
          <PersonRow key={`${patient}-${index}`} name={patient} zone={zone} />
        )}
      </Part>
      <Part title={words.newOnes} rows={preview.addedPeople}>
        {({ patient, zone }, index) => (
          <PersonRow key={`${patient}-${index}`} name={patient} zone={zone} />
        )}
      </Part>
    </>
  )
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
  return (
    <section aria-label={words.changed}>
      <GroupHeading text={words.changed} beside={String(changes.length)} />
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
            {changes.slice(0, shown).map(({ patient, field, before, after }, index) => (
              <tr key={`${patient}-${field}-${index}`}>
                <th scope="row">{patient}</th>
                <td data-label={columns.field}>{field}</td>
                <td data-label={columns.before}>{before === '' ? '–' : before}</td>
                <td data-label={columns.now}>{after === '' ? '–' : after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes.length > shown ? (
        <button type="button" className="link" onClick={() => setShown(changes.length)}>
          {words.moreRows(changes.length - shown)}
        </button>
      ) : null}
    </section>
  )
}
