import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import type { IncidentBoard } from '#app/bridge/incident-queries.ts'
import { paths } from '../../paths/paths.ts'

type BoardFiguresProps = {
  incident: Incident
  board: IncidentBoard
  /** Whether what is said of people is on this phone. */
  hasPeople: boolean
}

/** Two figures that lead to their lists. Nobody to reach is no figure. */
export function BoardFigures({
  incident: { id },
  board: { contact, tasks },
  hasPeople,
}: BoardFiguresProps) {
  return (
    <ul className="board-figures" aria-label={words.figures}>
      {contact.people === 0 || !hasPeople ? null : (
        <li>
          <Link to={paths.callList.to({ incident: id })}>
            <span className="board-figures__number">
              {words.notReached(contact.notReached, contact.people)}
            </span>{' '}
            <span>{words.notReachedLabel}</span>
          </Link>
        </li>
      )}
      <li>
        <Link to={paths.tasks.to({ incident: id })}>
          <span className="board-figures__number">{words.tasksLeft(tasks.left)}</span>{' '}
          <span>{words.tasksLabel(tasks.overdue)}</span>
        </Link>
      </li>
    </ul>
  )
}
