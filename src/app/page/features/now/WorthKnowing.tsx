import { Link } from 'react-router'
import { freshness } from '#domain/time/shelf-life.ts'
import { trust } from '#text/nb/screens/trust.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useNow } from '../../services/use-now.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { UnsignedReminder } from '../../draft-parts/UnsignedReminder.tsx'
import { useUnsignedCount } from '../../draft-parts/use-unsigned-count.ts'
import { paths } from '../../paths/paths.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { LateIncident, useLateIncidents } from './LateIncident.tsx'
import { PlannedIncident } from './PlannedIncident.tsx'

/** What the data gives reason to mention. It renders nothing when there is no such reason. */
export function WorthKnowing({ known }: { known: KnownIncidents }) {
  const now = useNow()
  const lately = useLateIncidents(known)
  const overview = useOpened((core) => core.queries.overview(null))
  const unsigned = useUnsignedCount()
  const asOf = overview?.kind === 'open' ? overview.value.asOf : null
  const isOld = asOf !== null && freshness('weeklyList', asOf, now).state === 'stale'

  const distrust = distrustOf(overview)

  if (!isOld && unsigned === 0 && distrust === null && lately.length + known.planned.length === 0) {
    return null
  }
  return (
    <>
      <GroupHeading text={words.worthKnowing} />
      {known.planned.map((incident) => (
        <PlannedIncident key={incident.id} incident={incident} now={known.now} />
      ))}
      {lately.map((incident) => (
        <LateIncident key={incident.id} incident={incident} />
      ))}
      {distrust === null ? null : (
        <p className="now__distrust" role="alert">
          <strong>{distrust}</strong>{' '}
          <Link to={paths.lists.to({})} className="link">
            {trust.seeWhat}
          </Link>
        </p>
      )}
      {isOld ? (
        <Notice
          kind="old"
          title={words.oldLists(dayAndMomentWords(asOf, now))}
          text={words.oldListsText}
        />
      ) : null}
      <UnsignedReminder />
    </>
  )
}

/** The front page's one line about lists that are not its own; null when all of them are vouched for. */
function distrustOf(overview: Reading<unknown> | undefined): string | null {
  if (overview?.kind !== 'open') return null
  if (overview.withheld.length > 0) return trust.somewhere
  return overview.unverified.length > 0 ? trust.somewhereOpened : null
}
