import type { ListedEmployee } from '#domain/accounts/listed-employee.ts'
import { employeeListScreen as words } from '#text/nb/screens/keeping/employee-list.ts'
import { employees } from '#text/nb/screens/keeping/employees.ts'
import { employeeList } from '#text/nb/words/accounts/employee-list.ts'
import { andText } from '#text/nb/words/and.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'

/** Everybody of a list whose row is clear, and whether she can sign in. */
export function ListedEmployees({ rows }: { rows: readonly ListedEmployee[] }) {
  const clear = rows.filter(({ outcome }) => outcome.kind !== 'unclear')
  if (clear.length === 0) return null
  return (
    <>
      <GroupHeading text={words.people} />
      <table className="listed">
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.username}</th>
            <th scope="col">{words.columns.role}</th>
            <th scope="col">{words.columns.zones}</th>
            <th scope="col">{words.columns.signIn}</th>
          </tr>
        </thead>
        <tbody>
          {clear.map(({ line, name, username, role, zones, standIn, outcome }) => (
            <tr key={line}>
              <th scope="row">{name}</th>
              <td data-label={words.columns.username}>{username}</td>
              <td data-label={words.columns.role}>
                {[
                  role === null ? null : employees.roles[role],
                  standIn === undefined ? null : words.standIn(standIn),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
              <td data-label={words.columns.zones}>{zones.length === 0 ? '–' : andText(zones)}</td>
              <td data-label={words.columns.signIn}>{employeeList.canSignIn(outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
