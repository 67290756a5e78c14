import { importLists as words } from '#text/nb/screens/import.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { ImportPreview } from '#app/online/api.ts'
import { ChangesPart } from './ChangesPart.tsx'
import { MergedPart } from './MergedPart.tsx'
import { LineRow, Part } from './PreviewPart.tsx'
import { WarningsPart } from './WarningsPart.tsx'

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
      <WarningsPart warnings={preview.warnings.filter((one) => !isAsked(one, preview))} />
      {preview.changes.length === 0 ? null : <ChangesPart changes={preview.changes} />}
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
      <MergedPart preview={preview} />
      <Part title={words.skipped} rows={preview.skipped ?? []}>
        {({ line, reason, excerpt }) => (
          <LineRow key={line} line={line} text={importReport.unreadable(reason)} more={[excerpt]} />
        )}
      </Part>
    </>
  )
}

/** What is asked on top is not told of once more. */
function isAsked(
  { warning }: ImportPreview['warnings'][number],
  { questions: { columns = [] } }: ImportPreview,
): boolean {
  const isOfColumn =
    warning.kind === 'unusedColumn' ||
    (warning.kind === 'unclearValue' && warning.because === 'nameOrder')
  return isOfColumn && columns.some(({ heading }) => heading === warning.heading)
}

function peopleOf(zones: ImportPreview['gonePeople']) {
  return zones.flatMap(({ zone, people }) => people.map((name) => ({ name, zone })))
}

function PersonRow({ name, zone }: { name: string; zone: string }) {
  return (
    <li className="import__line import__line--person">
      <strong>{name}</strong>
      <span>{zone}</span>
    </li>
  )
}
