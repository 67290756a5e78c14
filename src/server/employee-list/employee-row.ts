import type { EmployeeColumn } from '#content/employee-headings.ts'
import type { EmployeeListRefusal } from '#domain/accounts/listed-employee.ts'
import type { Result } from '#domain/base/result.ts'

/** A row of a list of employees as it stands; a column that the list lacks is empty. */
export type EmployeeRow = { line: number; cells: Record<EmployeeColumn, string> }

export type EmployeeRows = {
  rows: EmployeeRow[]
  /** Headings that are not read. */
  unread: string[]
}

export type EmployeeReading = Result<EmployeeRows, EmployeeListRefusal>
