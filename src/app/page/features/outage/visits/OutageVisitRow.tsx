import type { Incident } from '#domain/incidents/incident.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { usePatientLines } from '../../../amendment-parts/use-patient-lines.tsx'
import { useUnlocked } from '../../../services/unlocked.ts'
import { Row } from '../../../ui/Rows.tsx'
import { CallButton } from '../../../incident-parts/CallButton.tsx'
import { elsewhereText, WhomToAsk } from '../../../incident-parts/WhomToAsk.tsx'
import { dueLead, dueText } from './due-text.ts'
import { HolderLine } from './HolderLine.tsx'
import { isOver, takesTwo, visitPath } from './visit-key.ts'
import { visitRowFacts } from './visit-row-facts.ts'

type OutageVisitRowProps = {
  row: VisitRow
  incident: Incident
  now: Instant
  onTake: (patient: Patient) => void
}

/** One address to go to, readable without a map: when and why, who, where, how to get in, and whose it is. */
export function OutageVisitRow({ row, incident, now, onTake }: OutageVisitRowProps) {
  const { patient, due } = row
  if (patient === null) {
    return (
      <Row
        name={elsewhereText(row.elsewhere)}
        facts={[
          ...(row.elsewhere === null ? [] : [<WhomToAsk key="ask" elsewhere={row.elsewhere} />]),
          <HolderLine key="holder" row={row} now={now} />,
        ]}
        time={dueLead(due, now)}
        strong={dueText(due, now)}
      />
    )
  }
  return <KnownVisitRow {...{ row, patient, incident, now, onTake }} />
}

type KnownVisitRowProps = OutageVisitRowProps & { patient: Patient }

function KnownVisitRow({ row, patient, incident, now, onTake }: KnownVisitRowProps) {
  const { employeeId } = useUnlocked()
  const { state, due } = row
  const lines = usePatientLines(patient, { counts: 'medicines' })
  const isFree = state.holder === null && !isOver(row)
  const isHers = state.holder?.employeeId === employeeId
  // The heading of its group has said whose it is.
  const isSaid = (isFree || isHers) && state.offered === null && state.ended === null
  const name = lookupName(patient.name)
  return (
    <Row
      to={visitPath(state.key, { incident: incident.id })}
      name={name}
      facts={[
        ...lines,
        ...visitRowFacts(row, patient),
        ...(isSaid ? [] : [<HolderLine key="holder" row={row} now={now} />]),
      ]}
      strong={[dueText(due, now), takesTwo(row) ? words.needsTwo : null]
        .filter((part) => part !== null)
        .join(' · ')}
      time={dueLead(due, now)}
      aside={
        isFree && !takesTwo(row) ? (
          <button
            type="button"
            className="visits__take"
            aria-label={words.takeNamed(name)}
            onClick={() => onTake(patient)}
          >
            {words.take}
          </button>
        ) : (
          <CallButton patient={patient} from={{ from: 'visits', incident: incident.id }} />
        )
      }
    />
  )
}
