import type { UnreadableReason } from '#domain/roster/import-problem.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'
import type { ReadContext } from '../people/read-context.ts'
import type { Table } from './find-table.ts'
import { saysWho } from './furniture.ts'
import { shiftFinder } from './shifted-cells.ts'
import { findTitledZone } from './titled-zone.ts'
import {
  filledCells,
  leavesOutEmptyTails,
  opensOtherTable,
  unreadableReason,
} from './unreadable-reason.ts'

export type SortedRow = DelimitedRow & {
  /** Null for a row that may be about a person. */
  reason: UnreadableReason | null
  /** The zone that stands above her, where the list has no column for it. */
  titledZone: string | null
  isAfterBlank: boolean
}

/** Tells rows about people from what else a list holds. Every row is answered, in the order of the file. */
export function sortRows(
  table: Table,
  zones: ReadContext['zones'],
): { rows: SortedRow[]; isRagged: boolean } {
  const hasZones = table.columns.some(({ column }) => column === 'zone')
  const isRagged = leavesOutEmptyTails(table)
  const isShifted = shiftFinder(table, zones)
  let titledZone = hasZones ? null : findTitledZone(table.titles, zones)
  let hasHeadings = false
  let isInOtherTable = false
  let isBelowTitle = false

  function reasonOf(row: DelimitedRow): UnreadableReason | null {
    // In a list without a zone column a zone may stand above its people.
    const isAlone = filledCells(row) === 1
    const zoneHere = isAlone && !hasZones ? findTitledZone([row], zones) : null
    if (zoneHere !== null) {
      titledZone = zoneHere
      hasHeadings = true
      return { kind: 'zoneHeading' }
    }
    const reason = unreadableReason(row, table, isRagged && row !== table.rows.at(-1))
    if (reason?.kind === 'repeatedHeader') isInOtherTable = false
    else if (opensOtherTable(row)) isInOtherTable = true
    if (isInOtherTable) return { kind: 'notAPerson', because: 'otherTable' }
    if (saysWho(row, table.columns)) isBelowTitle = false
    else if (table.afterBlank.has(row) && !/\d/.test(row.raw) && !isAlone) isBelowTitle = true
    if (isAlone && reason?.kind !== 'footer' && isLonely(row, table)) {
      // A title that is no known zone: whose zone the people below have is not known any more.
      if (hasHeadings) titledZone = null
      isBelowTitle = !saysWho(row, table.columns)
      return { kind: 'notAPerson', because: 'lonelyCell' }
    }
    // Below a title of its own stand others: staff, or what the codes mean.
    if (isBelowTitle && reason?.kind !== 'footer')
      return { kind: 'notAPerson', because: 'otherTable' }
    if (reason !== null) return reason
    return isShifted(row) ? { kind: 'notAPerson', because: 'shiftedCells' } : null
  }

  const rows = table.rows.map((row): SortedRow => {
    const reason = reasonOf(row)
    return { ...row, reason, titledZone, isAfterBlank: table.afterBlank.has(row) }
  })
  return { rows, isRagged }
}

/**
 * Nobody is known by one cell in a list that has many; a service alone may belong to the line above, and digits before
 * a missing separator are a torn row.
 */
function isLonely({ cells, raw }: DelimitedRow, { columns }: Table): boolean {
  if (cells.length < columns.length && /\d/.test(raw)) return false
  const place = cells.findIndex((cell) => cell.trim() !== '')
  const column = columns[place]?.column
  // «Hansen, Kari» is somebody, be it ever so little that is known of her.
  const isName = column === 'name' && /^\p{Lu}[^\d,]*, ?\p{Lu}[^\d,]*$/u.test(cells[place] ?? '')
  return columns.length > 2 && column !== 'services' && !isName
}
