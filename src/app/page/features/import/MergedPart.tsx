import { importLists as words } from '#text/nb/screens/import.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { ImportPreview } from '#app/online/api.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

/** Who stands on several rows, and which. Of a FHIR Bundle, where everybody does, only the count. */
export function MergedPart({ preview }: { preview: ImportPreview }) {
  const { merged, mergedPeople = [] } = preview
  if (merged === 0) return null
  return (
    <section aria-label={words.merged}>
      <GroupHeading text={words.merged} beside={String(merged)} />
      <p>{words.mergedText(merged)}</p>
      {mergedPeople.length === 0 ? null : (
        <details className="import__details">
          <summary>{words.showLines(mergedPeople.length)}</summary>
          <ul className="import__rows">
            {mergedPeople.map(({ patient, lines }) => (
              <li key={lines[0]} className="import__line import__line--person">
                <strong>{lookupName(patient)}</strong>
                <span>{words.mergedLines(lines)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
