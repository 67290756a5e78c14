import { importLists as words } from '#text/nb/screens/import.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { warningKindText } from '#text/nb/words/imports/warning-kind.ts'
import type { ImportPreview } from '#app/online/api.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { LineRow } from './PreviewPart.tsx'

type Warnings = ImportPreview['warnings']

/** What is worth checking. Warnings of one kind are one line with their count, which opens. */
export function WarningsPart({ warnings }: { warnings: Warnings }) {
  if (warnings.length === 0) return null
  const kinds = new Set(warnings.map(({ warning }) => warning.kind))
  return (
    <section aria-label={words.warnings}>
      <GroupHeading text={words.warnings} beside={String(warnings.length)} />
      <ul className="import__rows">
        {[...kinds].map((kind) => {
          const ofKind = warnings.filter(({ warning }) => warning.kind === kind)
          const [only, ...more] = ofKind
          if (only === undefined) return null
          return more.length === 0 ? (
            <WarningRow key={kind} {...only} />
          ) : (
            <li key={kind} className="import__line">
              <strong>{ofKind.length}</strong>
              <details className="import__details">
                <summary>{warningKindText[kind]}</summary>
                <ul className="import__rows">
                  {ofKind.map((one, place) => (
                    <WarningRow key={`${one.line}-${place}`} {...one} />
                  ))}
                </ul>
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function WarningRow({ line, warning }: Warnings[number]) {
  return <LineRow line={line} text={importReport.warning(warning)} more={[]} />
}
