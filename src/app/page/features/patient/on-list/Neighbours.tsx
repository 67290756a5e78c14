import { Link } from 'react-router'
import type { PatientId } from '#domain/base/ids.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import type { NeighbourOrigin } from '#app/bridge/device-queries.ts'
import { type ListOrigin, paths } from '../../../paths/paths.ts'
import { useOpened } from '../../../services/use-opened.ts'

type NeighboursProps = { patientId: PatientId; origin: ListOrigin }

/** The way to the next and the previous of the list that the card was opened from; nothing when it was opened from elsewhere. */
export function Neighbours({ patientId, origin }: NeighboursProps) {
  const from = originOf(origin)
  const found = useOpened(
    (core) => (from === null ? Promise.resolve(null) : core.queries.neighbours(from, patientId)),
    [patientId, origin.list, origin.workList, origin.zone],
  )
  if (found === undefined || found === null || found.of < 2) return null
  const { previous, next, place, of } = found
  return (
    <nav className="patient__neighbours" aria-label={words.onList}>
      {previous === null ? (
        <span />
      ) : (
        <Link className="link" to={paths.patient.to({ patientId: previous, ...origin })} replace>
          {words.previous}
        </Link>
      )}
      <span>{words.placeOf(place, of)}</span>
      {next === null ? (
        <span />
      ) : (
        <Link className="link" to={paths.patient.to({ patientId: next, ...origin })} replace>
          {words.next}
        </Link>
      )}
    </nav>
  )
}

function originOf({ list, workList, zone }: ListOrigin): NeighbourOrigin | null {
  if (workList !== undefined) return { kind: 'workList', id: workList }
  return list === undefined ? null : { kind: 'list', list, zone: zone ?? null }
}
