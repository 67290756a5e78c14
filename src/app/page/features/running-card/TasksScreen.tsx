import { useNavigate } from 'react-router'
import type { IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { CardRole } from '#domain/cards/action-card.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Tasks } from './Tasks.tsx'

type TasksScreenProps = {
  incident: IncidentId
  role?: CardRole | 'alle' | undefined
  zone?: ZoneId | undefined
}

/** The steps of all cards in use, for one role, soonest first. */
export function TasksScreen({ incident: id, role, zone }: TasksScreenProps) {
  const { reading, all, now } = useIncidents()
  const navigate = useNavigate()
  const incident = all.find(({ members }) => members.includes(id))
  if (incident !== undefined) {
    return (
      <Tasks
        incident={incident}
        requested={{ role, zone }}
        now={now}
        onChoose={(next) =>
          void navigate(paths.tasks.to({ incident: id, role, zone, ...next }), { replace: true })
        }
      />
    )
  }
  return (
    <Screen title={words.tasks} busy={reading === undefined}>
      <OpenReading reading={reading} none={{ title: outage.none, text: outage.noneText }}>
        {(_, { isWhole }) =>
          isWhole && <Notice kind="empty" title={outage.unknown} text={outage.unknownText} />
        }
      </OpenReading>
    </Screen>
  )
}
