import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { placeText } from '#text/nb/words/incident/coordination-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { useDevice } from '../../services/use-opened.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import type { Saying } from '../../services/use-saying.ts'

type StandingLineProps = { incident: Incident; known: KnownIncidents; saying: Saying }

/** Who reported the incident and who confirmed it, in words; the press that confirms it; and the way to what can be changed. */
export function StandingLine({ incident, known: { now, lastShared }, saying }: StandingLineProps) {
  const { profile } = useUnlocked()
  const { line } = useDevice().sync
  const zones = useZoneNames()
  const { confirmed, closed, started, announcedEnd } = incident
  const isConfirmed = confirmed !== null && confirmed.until > now
  const when = (at: typeof now) => momentWords(at, now)
  return (
    <div className="standing-line">
      <p>
        {closed !== null ? (
          words.closedBy(closed.by.name, when(closed.at))
        ) : isConfirmed ? (
          words.confirmedBy(confirmed.by.name, when(confirmed.at))
        ) : (
          <>
            {confirmed === null
              ? words.reportedBy(started.by.name, when(started.at))
              : words.confirmationRanOut(when(confirmed.until))}{' '}
            {mayDo(profile.role, 'confirmIncidents') ? (
              <button
                type="button"
                className="link"
                disabled={saying.isBusy}
                onClick={() => void saying.say(incident.id, { kind: 'confirmed' })}
              >
                {confirmed === null ? words.confirm : words.confirmAgain}
              </button>
            ) : (
              words.notConfirmed
            )}
          </>
        )}
      </p>
      {announcedEnd === null || closed !== null ? null : (
        <p>{words.announcedEnd(when(announcedEnd))}</p>
      )}
      <p>
        {[
          words.where(placeText(incident.area, zones), incident.level),
          ...(line === 'offline' && lastShared !== null
            ? [words.lastShared(when(lastShared))]
            : []),
        ].join(' · ')}{' '}
        {mayDo(profile.role, 'startIncidents') ? (
          <Link className="link" to={paths.changeIncident.to({ incident: incident.id })}>
            {words.change}
          </Link>
        ) : null}
      </p>
    </div>
  )
}
