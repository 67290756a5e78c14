import { useState } from 'react'
import { Link } from 'react-router'
import type { IncidentId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { powerPlaces as words } from '#text/nb/screens/incident/change-incident.ts'
import { changeIncident } from '#text/nb/screens/incident/change-incident.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PowerStreet } from './PowerStreet.tsx'
import '../../ui/rows.css'
import './incident.css'

/** «Denne gata har strøm» and «dette bygget har strøm», each in one press. */
export function PowerPlacesScreen({ incident: id }: { incident: IncidentId }) {
  const known = useIncidents()
  const incident = known.all.find(({ members }) => members.includes(id))
  return (
    <Screen
      kind="reading"
      title={words.title}
      under={words.under}
      above={
        <Link className="link" to={paths.changeIncident.to({ incident: id })}>
          {changeIncident.title}
        </Link>
      }
      busy={known.reading === undefined}
    >
      <OpenReading reading={known.reading} none={{ title: outage.none, text: outage.noneText }}>
        {(_, { isWhole }) =>
          incident === undefined ? (
            isWhole && <Notice kind="empty" title={outage.unknown} text={outage.unknownText} />
          ) : (
            <Places incident={incident} now={known.now} />
          )
        }
      </OpenReading>
    </Screen>
  )
}

function Places({ incident, now }: { incident: Incident; now: Incident['startsAt'] }) {
  const { profile } = useUnlocked()
  const zones = profile.zones.map(({ id }) => id).filter((id) => incident.area.zones.includes(id))
  const [search, setSearch] = useState('')
  const reading = useOpened(
    (core) => core.incidents.streets(zones, incident.id),
    [zones.join(), incident.id],
  )
  return (
    <OpenReading reading={reading} none={{ title: words.empty, text: words.emptyText }}>
      {(streets, { isWhole }) => {
        if (streets.length === 0) {
          return isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
        }
        const found = streets.filter(({ street }) =>
          street.toLowerCase().includes(search.trim().toLowerCase()),
        )
        return (
          <>
            <TextField label={words.search} kind="search" onType={setSearch} />
            {found.length === 0 ? <Notice kind="empty" title={words.noHits} /> : null}
            <ul className="rows places" aria-label={words.title}>
              {found.map((street) => (
                <PowerStreet
                  key={`${street.zone} ${street.street}`}
                  street={street}
                  incident={incident}
                  now={now}
                />
              ))}
            </ul>
          </>
        )
      }}
    </OpenReading>
  )
}
