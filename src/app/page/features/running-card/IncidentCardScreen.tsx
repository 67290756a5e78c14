import { Link, useNavigate } from 'react-router'
import type { IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { CardCode, CardRole } from '#domain/cards/action-card.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { useIncidents } from '../../services/use-incidents.ts'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { RunningCardScreen } from './RunningCardScreen.tsx'

type IncidentCardScreenProps = {
  incident: IncidentId
  code: CardCode
  role?: CardRole | 'alle' | undefined
  zone?: ZoneId | undefined
}

/** A card that runs in an incident. */
export function IncidentCardScreen({ incident: id, code, role, zone }: IncidentCardScreenProps) {
  const { reading, all, now } = useIncidents()
  const navigate = useNavigate()
  const incident = all.find(({ members }) => members.includes(id))
  if (incident !== undefined) {
    return (
      <RunningCardScreen
        incident={incident}
        code={code}
        requested={{ role, zone }}
        now={now}
        onChoose={(next) =>
          void navigate(paths.incidentCard.to({ incident: id, code, role, zone, ...next }), {
            replace: true,
          })
        }
      />
    )
  }
  return (
    <Screen title={code} busy={reading === undefined}>
      <OpenReading reading={reading} none={{ title: outage.none, text: outage.noneText }}>
        {(_, { isWhole }) =>
          isWhole && <Notice kind="empty" title={outage.unknown} text={words.unknownText} />
        }
      </OpenReading>
      <Link className="link" to={paths.card.to({ code })}>
        {code}
      </Link>
    </Screen>
  )
}
