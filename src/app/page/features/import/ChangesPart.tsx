import { useState } from 'react'
import { importLists as words } from '#text/nb/screens/import.ts'
import { changedFieldText } from '#text/nb/words/changed-field.ts'
import { fieldChangeTexts } from '#text/nb/words/field-change.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { ImportPreview } from '#app/online/api.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { rowsAtOnce } from './PreviewPart.tsx'

/** What changes, before and after, field by field. */
export function ChangesPart({ changes }: { changes: ImportPreview['changes'] }) {
  const [shown, setShown] = useState(rowsAtOnce)
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
