import type { ListedEmployee } from '#domain/accounts/listed-employee.ts'
import { employeeListScreen as words } from '#text/nb/screens/keeping/employee-list.ts'
import { employeeList } from '#text/nb/words/accounts/employee-list.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../../ui/Rows.tsx'

/** The rows that become no account, each with why and what to do. */
export function UnclearEmployees({ rows }: { rows: readonly ListedEmployee[] }) {
  const unclear = rows.flatMap(({ line, name, outcome }) =>
    outcome.kind === 'unclear' ? [{ line, name, reason: outcome.reason }] : [],
  )
  if (unclear.length === 0) return null
  return (
    <>
      <GroupHeading text={words.unclear} />
      <Rows label={words.unclear}>
        {unclear.map(({ line, name, reason }) => (
          <Row
            key={line}
            tone="harm"
            name={[words.line(line), name].filter(Boolean).join(': ')}
            facts={[employeeList.unclear(reason)]}
          />
        ))}
      </Rows>
    </>
  )
}
