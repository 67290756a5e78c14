import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { ownZoneOf } from '#domain/incidents/incidents-for.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { cardRoleOf } from '../../card-parts/card-role.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { SaidLine } from '../../incident-parts/SaidLine.tsx'
import { paths } from '../../paths/paths.ts'
import { lackOf } from '../../paths/place-needs.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import type { KnownIncidents } from '../../services/use-incidents.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useSaying } from '../../services/use-saying.ts'
import { Screen } from '../../ui/Screen.tsx'
import { BoardFigures } from './BoardFigures.tsx'
import { CardsInUse } from './CardsInUse.tsx'
import { EmptyFirst } from './EmptyFirst.tsx'
import { LateNeeds } from './LateNeeds.tsx'
import { AgreedAhead } from '../../ahead-parts/AgreedAhead.tsx'
import { NetworkClock } from '../../ahead-parts/NetworkClock.tsx'
import { MergeOffer } from '../../incident-parts/MergeOffer.tsx'
import { NextStep } from './NextStep.tsx'
import { OtherIncidents } from './OtherIncidents.tsx'
import { readBoard } from './read-board.ts'
import { StandingLine } from './StandingLine.tsx'
import { WhomToCall } from './role-front/WhomToCall.tsx'
import { WorthKnowing } from './WorthKnowing.tsx'
import { ZonesOfIncident } from './ZonesOfIncident.tsx'
import './outage.css'

type OutageScreenProps = { incident: Incident; known: KnownIncidents }

/** What is down and since when, who is in danger first, who is not reached, and the one next thing. */
export function OutageScreen({ incident, known }: OutageScreenProps) {
  const { profile } = useUnlocked()
  const saying = useSaying()
  const { now } = known
  const role = cardRoleOf(profile.role)
  const zone = ownZoneOf(incident, profile.zones)
  // Asked again every minute: who is red follows the clock.
  const reading = useOpened(
    (core) => readBoard(core, { incident: incident.id, role, zone }),
    [incident.id, role, zone, now],
  )
  const open = reading?.kind === 'open' ? reading.value : null
  // Without what the zones have said of their people, what is recorded would pass for how it stands.
  const hasPeople = holdsClass(profile.role, 'people')
  const zones = <ZonesOfIncident incident={incident} known={known} />
  const others = known.running.filter(({ id }) => id !== incident.id)

  return (
    <Screen
      title={symptomsTitle(incident.symptoms)}
      beside={whenText()}
      under={<StandingLine incident={incident} known={known} saying={saying} />}
      foot={
        open === null ? undefined : (
          <NextStep incident={incident} board={open.board} next={hasPeople ? open.next : null} />
        )
      }
    >
      <SaidLine saying={saying} />
      <AgreedAhead now={now} />
      <LateNeeds known={known} />
      <MergeOffer incident={incident} known={known} saying={saying} />
      <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
        {(value, { isWhole }) =>
          value === null ? null : (
            <>
              {incident.symptoms.length === 0 ? <WhomToCall /> : null}
              {incident.standing === 'closed' ? null : (
                <NetworkClock length="brief" loss={incident} now={now} incident={incident.id} />
              )}
              {hasPeople ? (
                <EmptyFirst incident={incident} board={value.board} now={now} isWhole={isWhole} />
              ) : null}
              <BoardFigures incident={incident} board={value.board} hasPeople={hasPeople} />
              {hasPeople ? (
                <Link className="link" to={paths.visits.to({ incident: incident.id })}>
                  {words.toVisits}
                </Link>
              ) : null}
            </>
          )
        }
      </OpenReading>
      {hasPeople ? null : zones}
      <CardsInUse incident={incident} />
      {hasPeople ? zones : null}
      <OtherIncidents title={words.others} incidents={others} known={known} />
      <OtherIncidents title={words.elsewhere} incidents={known.elsewhere} known={known} />
      {lackOf(profile.role, 'whatFails') === null && incident.standing !== 'closed' ? (
        <p>
          <Link className="link" to={paths.whatFails.to()}>
            {words.moreFails}
          </Link>
        </p>
      ) : null}
      <WorthKnowing known={known} />
    </Screen>
  )

  function whenText(): string {
    if (incident.closed !== null) return words.overSince(momentWords(incident.closed.at, now))
    const when = momentWords(incident.startsAt, now)
    return incident.startsAt > now ? words.from(when) : words.since(when)
  }
}
