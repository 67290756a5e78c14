import type { IncidentId } from '#domain/base/ids.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { useIncidents } from '../../services/use-incidents.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { OutageScreen } from './OutageScreen.tsx'

/** One of several incidents: what the front page is for the first of them. The id may be any of its members'. */
export function IncidentScreen({ incident: id }: { incident: IncidentId }) {
  const known = useIncidents()
  const incident = known.all.find(({ members }) => members.includes(id))
  if (incident !== undefined) {
    return <OutageScreen key={incident.id} incident={incident} known={known} />
  }
  return (
    <Screen title={words.unknownTitle} busy={known.reading === undefined}>
      <OpenReading reading={known.reading} none={{ title: words.none, text: words.noneText }}>
        {(_, { isWhole }) =>
          isWhole && <Notice kind="empty" title={words.unknown} text={words.unknownText} />
        }
      </OpenReading>
    </Screen>
  )
}
