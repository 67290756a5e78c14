import { useState, type ReactNode } from 'react'
import { importLists as words } from '#text/nb/screens/import.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

/** So many rows stand at first. */
export const rowsAtOnce = 50

type PartProps<Row> = {
  title: string
  rows: readonly Row[]
  children: (row: Row, index: number) => ReactNode
}

/** A part of a preview; nothing when it has no rows. */
export function Part<Row>({ title, rows, children }: PartProps<Row>) {
  const [shown, setShown] = useState(rowsAtOnce)
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

export function LineRow({ line, text, more, isHarm }: LineRowProps) {
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
