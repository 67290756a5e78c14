import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { Session } from './api.ts'

/** What the phone must know about the employee without network. */
export function profileOf({ employee, zones }: Session): EmployeeProfile {
  return {
    author: {
      employeeId: employee.id,
      name: employee.name,
      title: employee.title,
      hprNumber: employee.hprNumber,
    },
    username: employee.username,
    role: employee.role,
    zones: zones.map(({ id, name }) => ({ id, name })),
  }
}
