import type { EmployeeId } from '#domain/base/ids.ts'
import { Link } from 'react-router'
import type { EnrolledEmployee, VaultStatus } from '#domain/vault/vault-status.ts'
import { unlock } from '#text/nb/screens/unlock.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { DataAge } from './DataAge.tsx'

type ChooseEmployeeProps = {
  employees: readonly EnrolledEmployee[]
  status: VaultStatus
  onChoose: (id: EmployeeId) => void
}

/** A phone is shared by a shift: each has her own code and her own drafts. */
export function ChooseEmployee({ employees, status, onChoose }: ChooseEmployeeProps) {
  return (
    <Screen kind="plain" title={unlock.whoAreYou} above={status.device?.label}>
      <div className="unlock__employees">
        {employees.map(({ employeeId, name }) => (
          <Action key={employeeId} rank="second" onPress={() => onChoose(employeeId)}>
            {name ?? unlock.nameless}
          </Action>
        ))}
      </div>
      <p className="unlock__add">
        {unlock.addEmployeeMeaning}
        <br />
        <Link className="link" to={paths.signIn.to({})}>
          {unlock.addEmployee}
        </Link>
      </p>
      <DataAge status={status} of={employees} />
    </Screen>
  )
}
