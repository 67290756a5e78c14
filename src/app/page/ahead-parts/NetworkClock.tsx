import { Fragment } from 'react'
import { Link } from 'react-router'
import type { IncidentId } from '#domain/base/ids.ts'
import {
  networkClock,
  type NetworkMoment,
  type PowerLoss,
} from '#domain/incidents/network/network-clock.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { Instant } from '#domain/time/instant.ts'
import { networkClock as words } from '#text/nb/screens/incident/network-clock.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { lackOf } from '../paths/place-needs.ts'
import { paths } from '../paths/paths.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { MeetingPlaces } from './MeetingPlaces.tsx'
import { basisText, momentRows } from './network-moments.ts'
import { usePlansOf } from './use-plans-of.ts'
import './network-clock.css'

type NetworkClockProps = {
  loss: PowerLoss
  now: Instant
  /** Whose call list is linked; null before anything has happened. */
  incident: IncidentId | null
  /** brief: what comes after the first net is folded, where the rest of a page must stay on the screen. */
  length?: 'whole' | 'brief'
}

/** What may stop some hours after the power, and what is to be done before that. */
export function NetworkClock({ loss, now, incident, length = 'whole' }: NetworkClockProps) {
  const plans = usePlansOf(loss.area.zones)
  const clock = networkClock(loss, plans)
  if (clock.length === 0) return null
  const { title, rows } = momentRows(clock, now)
  const later = (
    <>
      <dl className="network-clock__rows">
        {rows.map(({ label, when }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{when}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="network-clock__basis">{basisText(loss, plans)}</p>
    </>
  )

  return (
    <section className="network-clock" aria-label={title}>
      <h2 className="network-clock__title">{title}</h2>
      <BeforeMobile mobile={mobileOf(clock)} now={now} incident={incident} />
      {incident === null ? null : <MeetingPlaces plans={plans} now={now} />}
      {length === 'whole' || rows.length === 0 ? (
        later
      ) : (
        <details>
          <summary>{words.later}</summary>
          {later}
        </details>
      )}
    </section>
  )
}

function mobileOf(clock: readonly NetworkMoment[]): Instant | null {
  return clock.find(({ what }) => what === 'mobile')?.from ?? null
}

type BeforeMobileProps = {
  mobile: Instant | null
  now: Instant
  incident: IncidentId | null
}

/** What needs the mobile net, while there is some. */
function BeforeMobile({ mobile, now, incident }: BeforeMobileProps) {
  const { role } = useUnlocked().profile
  if (mobile === null || mobile <= now) return null
  const before = words.before(momentWords(mobile, now))
  const callsThem = lackOf(role, 'callList') === null
  return (
    <dl className="network-clock__rows">
      {callsThem ? (
        <>
          <dt>
            {incident === null ? (
              words.callFirst
            ) : (
              <Link to={paths.callList.to({ incident, list: 'priority' })}>{words.callFirst}</Link>
            )}
          </dt>
          <dd>{before}</dd>
        </>
      ) : null}
      <dt>
        {mayDo(role, 'printBinder') ? (
          <Link to={paths.binder.to()}>{words.fetchAndPrint}</Link>
        ) : (
          words.fetch
        )}
      </dt>
      <dd>{before}</dd>
    </dl>
  )
}
