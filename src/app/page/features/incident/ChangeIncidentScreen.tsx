import { Link } from 'react-router'
import type { IncidentId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { changeIncident as words } from '#text/nb/screens/incident/change-incident.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { MergeOffer } from '../../incident-parts/MergeOffer.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { SaidLine } from '../../incident-parts/SaidLine.tsx'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { type KnownIncidents, useIncidents } from '../../services/use-incidents.ts'
import { useSaying } from '../../services/use-saying.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ChangeParts } from './ChangeParts.tsx'
import { CloseOrReopen } from './CloseOrReopen.tsx'
import { ConfirmPress } from './ConfirmPress.tsx'
import { SaidHistory } from './SaidHistory.tsx'
import './incident.css'

/** What is known of an incident, each part corrected by one press and taken back by its name. */
export function ChangeIncidentScreen({ incident: id }: { incident: IncidentId }) {
  const known = useIncidents()
  const incident = known.all.find(({ members }) => members.includes(id))
  if (incident !== undefined) return <Change incident={incident} known={known} />
  return (
    <Screen title={words.title} busy={known.reading === undefined}>
      <OpenReading reading={known.reading} none={{ title: outage.none, text: outage.noneText }}>
        {(_, { isWhole }) =>
          isWhole && <Notice kind="empty" title={outage.unknown} text={outage.unknownText} />
        }
      </OpenReading>
    </Screen>
  )
}

function Change({ incident, known }: { incident: Incident; known: KnownIncidents }) {
  const { role } = useUnlocked().profile
  const saying = useSaying()
  const { now } = known
  const isOpen = incident.standing !== 'closed'
  const hasSaid = saying.last !== null || saying.refusal !== null

  return (
    <Screen
      kind="reading"
      title={words.title}
      above={
        <Link className="link" to={paths.incident.to({ incident: incident.id })}>
          {`${symptomsTitle(incident.symptoms)} ${outage.since(momentWords(incident.startsAt, now))}`}
        </Link>
      }
      {...(hasSaid ? { foot: <SaidLine saying={saying} /> } : {})}
    >
      {isOpen && mayDo(role, 'confirmIncidents') ? (
        <ConfirmPress incident={incident} now={now} saying={saying} />
      ) : null}
      <MergeOffer incident={incident} known={known} saying={saying} />
      {isOpen ? <ChangeParts incident={incident} now={now} saying={saying} /> : null}
      {mayDo(role, 'closeIncidents') ? <CloseOrReopen incident={incident} saying={saying} /> : null}
      <SaidHistory incident={incident} now={now} saying={saying} />
    </Screen>
  )
}
