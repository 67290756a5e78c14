import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import { localClock } from '#domain/time/instant.ts'
import { plusDays, weekdayOf } from '#domain/time/local-day.ts'
import { shiftAt } from '#domain/lists/shift.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { ifPowerGoes } from '#text/nb/screens/incident/if-power-goes.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { shiftPartText } from '#text/nb/words/shift.ts'
import { dayWords } from '#text/nb/words/time.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useNow } from '../../services/use-now.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { paths } from '../../paths/paths.ts'
import { lackOf } from '../../paths/place-needs.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { Action } from '../../ui/Action.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import './now.css'
import { AgreedAhead } from '../../ahead-parts/AgreedAhead.tsx'
import { LateNeeds } from './LateNeeds.tsx'
import { NoShift } from './role-front/NoShift.tsx'
import { MyZones } from './role-front/MyZones.tsx'
import { OwnShift } from './OwnShift.tsx'
import { OtherIncidents } from './OtherIncidents.tsx'
import { shiftHours } from './shift-hours.ts'
import { WorthKnowing } from './WorthKnowing.tsx'

/** The front page while nothing is down here: one button for when something fails, and the shift as it was planned. */
export function QuietFront({ known }: { known: KnownIncidents }) {
  const now = useNow()
  const { profile } = useUnlocked()
  const { on, at } = localClock(now)
  const shift = shiftAt({ on, at }, shiftHours)
  const { weekday, part } = shift
  const fitting = useOpened((core) => core.queries.fittingWorkLists(shift), [weekday, part])
  const day = dayWords(on)
  // A night belongs to the day on which it began.
  const shiftOn = weekdayOf(on) === weekday ? on : plusDays(on, -1)

  return (
    <Screen
      title={words.title}
      beside={`${day.charAt(0).toUpperCase()}${day.slice(1)}, ${shiftPartText[shift.part]}`}
    >
      <AgreedAhead now={known.now} />
      <LateNeeds known={known} />
      {mayDo(profile.role, 'importLists') ? <MyZones /> : null}
      {lackOf(profile.role, 'whatFails') === null ? (
        <Action
          rank="primary"
          to={paths.whatFails.to()}
          icon={<ExclamationmarkTriangleIcon aria-hidden fontSize="1.6rem" />}
        >
          {words.whatFails}
        </Action>
      ) : null}
      {lackOf(profile.role, 'ifPowerGoes') === null ? (
        <p>
          <Link className="link" to={paths.ifPowerGoes.to({})}>
            {ifPowerGoes.link}
          </Link>
        </p>
      ) : null}
      <OtherIncidents title={outage.elsewhere} incidents={known.elsewhere} known={known} />
      {holdsClass(profile.role, 'worklists') ? (
        <OpenReading reading={fitting} none={{ title: words.noLists, text: words.noListsText }}>
          {(found, { isWhole }) =>
            found.length > 0 || isWhole ? (
              <OwnShift fitting={found} shift={{ on: shiftOn, part }} at={at} isWhole={isWhole} />
            ) : null
          }
        </OpenReading>
      ) : (
        <NoShift role={profile.role} />
      )}
      <WorthKnowing known={known} />
    </Screen>
  )
}
