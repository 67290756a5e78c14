import type { Role } from '#domain/base/role.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { notForRole } from '#text/nb/screens/not-for-role.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { paths } from '../../../paths/paths.ts'
import { lackOf } from '../../../paths/place-needs.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Row, Rows } from '../../../ui/Rows.tsx'
import { HduZones } from './HduZones.tsx'
import { ServerAlarms } from './ServerAlarms.tsx'
import { WhomToCall } from './WhomToCall.tsx'

/** Who starts an incident, for whoever may not. */
const reports = notForRole.duties.startIncidents

/** The front page of a role that goes on no route: what it does have, and where that is. */
export function NoShift({ role }: { role: Role }) {
  const isGuide = holdsClass(role, 'critical')
  const own = isGuide ? words.guides : words.administers
  return (
    <>
      {isGuide ? <HduZones /> : null}
      <Rows label={words.yours}>
        {lackOf(role, 'alarms') === null ? <ServerAlarms /> : null}
        {lackOf(role, 'begin') === null ? <Row to={paths.begin.to()} {...words.toBegin} /> : null}
        {lackOf(role, 'employees') === null ? (
          <Row to={paths.employees.to()} {...words.toEmployees} />
        ) : null}
        {lackOf(role, 'newPhones') === null ? (
          <Row to={paths.newPhones.to()} {...words.toNewPhones} />
        ) : null}
        {lackOf(role, 'roles') === null ? <Row to={paths.roles.to()} {...words.toRoles} /> : null}
        {lackOf(role, 'lists') === null ? <Row to={paths.lists.to({})} {...words.toLists} /> : null}
        <Row to={paths.contacts.to()} {...words.toContacts} />
        <Row to={paths.cards.to()} {...words.toCards} />
      </Rows>
      {lackOf(role, 'whatFails') === null ? null : (
        <>
          <Notice kind="old" title={reports.title} text={reports.text} />
          <WhomToCall />
        </>
      )}
      <p className="now__role">
        <strong>{own.title}</strong>
        <br />
        {own.text}
      </p>
    </>
  )
}
