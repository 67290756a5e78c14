import { Link } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import type { CardCode, CardRole } from '#domain/cards/action-card.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { cards } from '#text/nb/screens/cards.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { CardColophon } from '../../card-parts/CardColophon.tsx'
import { cardRoleOf } from '../../card-parts/card-role.ts'
import { cardTitle } from '../../card-parts/card-title.ts'
import { RoleChips } from '../../card-parts/RoleChips.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { RunningPhases } from './RunningPhases.tsx'
import { StepZonePicker } from './StepZonePicker.tsx'
import { useStepZone } from './use-step-zone.ts'
import '../../card-parts/cards.css'
import './running-step.css'

type Chosen = { role?: CardRole | 'alle' | undefined; zone?: ZoneId | undefined }

type RunningCardScreenProps = {
  incident: Incident
  code: CardCode
  requested: Chosen
  now: Instant
  onChoose: (next: Chosen) => void
}

/** The steps of a role with their clock times, and what is done of them. */
export function RunningCardScreen(props: RunningCardScreenProps) {
  const { incident, code, requested, now, onChoose } = props
  const own = cardRoleOf(useUnlocked().profile.role)
  const role = requested.role === 'alle' ? null : (requested.role ?? own)
  const stepZone = useStepZone(incident, requested.zone)
  const { zone } = stepZone
  const reading = useOpened(
    (core) => core.incidents.runningCard(incident.id, code, zone),
    [incident.id, code, zone, now],
  )
  const card = reading?.kind === 'open' ? (reading.value?.card ?? null) : null

  return (
    <Screen
      kind="reading"
      title={card === null ? code : `${code} ${cardTitle(card).title}`}
      above={
        <Link className="link" to={paths.incident.to({ incident: incident.id })}>
          {`${symptomsTitle(incident.symptoms)} ${outage.since(momentWords(incident.startsAt, now))}`}
        </Link>
      }
      beside={
        card === null ? undefined : (
          <Link className="link" to={paths.wholeCard.to({ code })}>
            {cards.whole}
          </Link>
        )
      }
      under={<StepZonePicker {...stepZone} onChoose={(chosen) => onChoose({ zone: chosen })} />}
      busy={reading === undefined}
      {...(card === null ? {} : { foot: <CardColophon card={card} /> })}
    >
      <RoleChips role={role} onChoose={(chosen) => onChoose({ role: chosen })} />
      <OpenReading reading={reading} none={{ title: cards.empty, text: cards.emptyText }}>
        {(running, { isWhole }) =>
          running === null ? (
            isWhole && <Notice kind="empty" title={words.unknown} text={words.unknownText} />
          ) : (
            <RunningPhases {...{ running, incident, role, stepZone, now }} />
          )
        }
      </OpenReading>
    </Screen>
  )
}
