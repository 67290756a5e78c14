import { type EmployeeColumn, employeeHeadings } from '#content/employee-headings.ts'
import type { EmployeeListRefusal } from '#domain/accounts/listed-employee.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { decodeText } from '../import/file/decode-text.ts'
import type { DelimitedRow } from '../import/file/read-delimited.ts'
import { findTableBy } from '../import/table/find-table.ts'
import type { EmployeeReading, EmployeeRow } from './employee-row.ts'

/** No home care has more; what is longer is another kind of file. */
const maxEmployees = 5_000
const maxCellLength = 500

const columnsByHeading = new Map<string, EmployeeColumn>(
  Object.entries(employeeHeadings).flatMap(([column, headings]) =>
    isColumn(column) ? headings.split('|').map((one) => [foldText(one), column] as const) : [],
  ),
)

/** Reads a table of employees, by the parts that read a list of patients. */
export function readEmployeeRows(bytes: Uint8Array): EmployeeReading {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refused(decoded.refusal)
  const found = findTableBy(decoded.value.text, countKnown)
  if (!found.ok) return refused(refusalOf(found.refusal.kind))
  const { header, rows } = found.value
  if (rows.length > maxEmployees) return refused({ kind: 'tooManyRows', max: maxEmployees })
  if (rows.length === 0) return refused({ kind: 'noEmployees' })
  const columns = header.cells.map(columnOf)
  const unread = header.cells.filter(
    (heading, place) => heading.trim() !== '' && columns[place] === null,
  )
  return accepted({
    rows: rows.map((row) => rowOf(row, columns)),
    unread: unread.map((heading) => heading.trim().slice(0, maxCellLength)),
  })
}

function rowOf(
  { line, cells }: DelimitedRow,
  columns: readonly (EmployeeColumn | null)[],
): EmployeeRow {
  const text = (wanted: EmployeeColumn) => {
    const place = columns.indexOf(wanted)
    const cell = place === -1 ? '' : (cells[place] ?? '')
    return cell.replaceAll(/\s+/g, ' ').trim().slice(0, maxCellLength)
  }
  return {
    line,
    cells: {
      name: text('name'),
      familyName: text('familyName'),
      givenName: text('givenName'),
      username: text('username'),
      title: text('title'),
      role: text('role'),
      section: text('section'),
      zones: text('zones'),
      validFrom: text('validFrom'),
      validTo: text('validTo'),
      hprNumber: text('hprNumber'),
    },
  }
}

/** How many different columns a row names; 0 when none says who an employee is. */
function countKnown({ cells }: DelimitedRow): number {
  const columns = new Set(cells.map(columnOf))
  columns.delete(null)
  return columns.has('name') || columns.has('familyName') ? columns.size : 0
}

function columnOf(heading: string): EmployeeColumn | null {
  return columnsByHeading.get(foldText(heading)) ?? null
}

function refusalOf(kind: string): EmployeeListRefusal {
  if (kind === 'tooManyRows') return { kind, max: maxEmployees }
  return { kind: kind === 'tooManyColumns' ? 'tooMuch' : 'noTable' }
}

function isColumn(name: string): name is EmployeeColumn {
  return name in employeeHeadings
}
