import type { ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { received as words } from '#text/nb/screens/received.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useDevice } from '../services/use-opened.ts'
import { Notice } from '../ui/Notice.tsx'

type ComingNotesProps = {
  /** Null for all zones of the employee. */
  zones: readonly ZoneId[] | null
  now: Instant
}

/** Says that the server has colleagues' notes that it has not read: how many for these zones, and as of when. */
export function ComingNotes({ zones, now }: ComingNotesProps) {
  const { coming } = useDevice().sync
  if (coming === null) return null
  const shown = coming.zones.filter(({ zone }) => zones === null || zones.includes(zone))
  const count = shown.reduce((sum, { notes }) => sum + notes, 0)
  if (count === 0) return null
  return (
    <Notice
      kind="waiting"
      title={words.coming(count)}
      text={words.comingMeans(dayAndMomentWords(coming.at, now))}
    />
  )
}
