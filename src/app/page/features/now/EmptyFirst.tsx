import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import type { IncidentBoard } from '#app/bridge/incident-queries.ts'
import { CountdownRow } from '../../incident-parts/CountdownRow.tsx'
import { paths } from '../../paths/paths.ts'
import { useContacts } from '../../services/use-contacts.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Rows } from '../../ui/Rows.tsx'

/** The rest of the page must stay on the screen; how many more are in danger is said below. */
const shownRows = 2

type EmptyFirstProps = {
  incident: Incident
  board: IncidentBoard
  now: Instant
  isWhole: boolean
}

/** Who runs out of power first. Unknown batteries come after every known one. */
export function EmptyFirst({ incident, board, now, isWhole }: EmptyFirstProps) {
  const contacts = useContacts() ?? []
  const { known, unknown, total } = board.emptyFirst
  const rows = [...known, ...unknown]
  if (rows.length === 0) {
    return incident.symptoms.includes('power') && isWhole ? (
      <p className="outage__none">{words.nobodyWithDevices}</p>
    ) : null
  }
  return (
    <>
      <GroupHeading
        text={words.emptyFirst}
        beside={
          <Link to={paths.countdown.to({ incident: incident.id })}>
            {words.all(total.known + total.unknown)}
          </Link>
        }
      />
      <Rows label={words.emptyFirst}>
        {rows.slice(0, shownRows).map((row) => (
          <CountdownRow
            key={`${row.patient.id} ${row.device?.id}`}
            length="brief"
            {...{ row, incident, now, contacts }}
          />
        ))}
      </Rows>
      {total.red > shownRows ? <p className="outage__red">{words.redCount(total.red)}</p> : null}
      {total.unknown === 0 || known.length === 0 ? null : (
        <p className="outage__none">{words.unknownBatteries(total.unknown)}</p>
      )}
    </>
  )
}
