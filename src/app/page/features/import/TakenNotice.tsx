import type { SectionId } from '#domain/base/ids.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { ImportTaken } from '#app/online/api.ts'
import { NewPatientsLine } from './NewPatientsLine.tsx'
import { SinceListLine } from './SinceListLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RestoreButton, type Restored } from './RestoreButton.tsx'

type TakenNoticeProps = {
  taken: ImportTaken
  section: SectionId
  onRestored: (restored: Restored) => void
}

/** Says that a list is in, which zones are new, and the way back to the list before it. */
export function TakenNotice({ taken, section, onRestored }: TakenNoticeProps) {
  const { people, run, sinceList, newZones = [] } = taken
  return (
    <Notice kind="done" title={words.taken(people)} text={words.takenText}>
      {newZones.map(({ zone, people: inZone, holders }) => (
        <p key={zone}>{words.madeZone(zoneText(zone), inZone, holders)}</p>
      ))}
      <SinceListLine sinceList={sinceList} decides />
      <NewPatientsLine />
      <RestoreButton section={section} run={run} text={words.restore} onRestored={onRestored} />
    </Notice>
  )
}
