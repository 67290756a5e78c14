import type { EmployeeId } from '#domain/ids.ts'
import type { EnrolledEmployee } from '#storage/vault/vault.ts'
import { unlock } from '#text/nb/unlock.ts'
import { Action } from '../../ui/Action.tsx'
import { Screen } from '../../ui/Screen.tsx'

type ChooseEmployeeProps = {
  employees: readonly EnrolledEmployee[]
  label: string
  onChoose: (id: EmployeeId) => void
}

/** A phone is shared by a shift: each has her own code and her own drafts. */
export function ChooseEmployee({ employees, label, onChoose }: ChooseEmployeeProps) {
  return (
    <Screen kind="plain" title={unlock.whoAreYou} above={label}>
      <div className="unlock__employees">
        {employees.map(({ employeeId, name }) => (
          <Action key={employeeId} rank="second" onPress={() => onChoose(employeeId)}>
            {name ?? unlock.nameless}
          </Action>
        ))}
        <Action rank="second" to="/logg-inn">
          {unlock.addEmployee}
        </Action>
        <p className="unlock__age">{unlock.addEmployeeMeaning}</p>
      </div>
    </Screen>
  )
}
