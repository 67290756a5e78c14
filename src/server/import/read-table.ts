import type { ImportRefusal, ImportWarning, UnreadableReason } from '#domain/import-problem.ts'
import { foldText } from '#domain/folded-text.ts'
import { accepted, refused, type Result } from '#domain/result.ts'
import { serviceReader } from '#domain/service-tokens.ts'
import type { DecodedText } from './decode-text.ts'
import { findTable, type Table } from './find-table.ts'
import { PeopleGatherer } from './gather-people.ts'
import { findListedAt } from './listed-at.ts'
import type { DelimitedRow } from './read-delimited.ts'
import type { ReadContext, ReadList } from './read-list.ts'
import { readRow } from './read-row.ts'
import { RowCells } from './row-cells.ts'
import { findTitledZone } from './titled-zone.ts'

const mostRows = 50_000
const longestCell = 10_000

export function readTable(
  { text, encoding, repairedBytes }: DecodedText,
  context: ReadContext,
): Result<ReadList, ImportRefusal> {
  const table = findTable(text, context.mapping)
  if (table === null) return refused({ kind: 'noTable' })
  if (table.rows.length > mostRows) return refused({ kind: 'tooManyRows', most: mostRows })
  const isRagged = leavesOutEmptyTails(table)
  const warnings = tableWarnings(table, repairedBytes, isRagged)
  const hasZones = table.columns.some(({ column }) => column === 'zone')
  const titledZone = hasZones ? null : findTitledZone(table.titles, context.zones)
  const gatherer = new PeopleGatherer()
  const rowContext = { today: context.today, readServices: serviceReader(context.services) }
  for (const row of table.rows) {
    const reason = unreadableReason(row, table, isRagged && row !== table.rows.at(-1))
    if (reason !== null) gatherer.addUnreadable(row.line, reason, row.raw, row.cells)
    else {
      const read = readRow(new RowCells(table.columns, row.cells), row.line, rowContext)
      const zoneName = read.person.zoneName ?? titledZone
      gatherer.add({ ...read, person: { ...read.person, zoneName } }, row.raw)
    }
  }
  const gathered = gatherer.finish()
  return accepted({
    format: { kind: 'table', encoding, separator: table.separator },
    rows: table.rows.length,
    ...gathered,
    warnings: [...warnings, ...gathered.warnings],
    listedAt: findListedAt(
      table.titles.map(({ raw }) => raw),
      context.now,
    ),
  })
}

function columnCount(row: DelimitedRow): number {
  return row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

/** Some programs write no separators for what is empty at the end. Then a short row is no torn row. */
function leavesOutEmptyTails({ rows, columns }: Table): boolean {
  const short = rows.filter(({ cells }) => cells.length < columns.length).length
  return short >= 3 && short > rows.length / 5
}

function unreadableReason(
  row: DelimitedRow,
  { header, columns }: Table,
  mayBeShort: boolean,
): UnreadableReason | null {
  if (row.raw.length === header.raw.length && foldText(row.raw) === foldText(header.raw)) {
    return { kind: 'repeatedHeader' }
  }
  const cells = columnCount(row)
  if (cells <= 2 && /^\W*(antall|sum|totalt|side \d|slutt|\*\*)/i.test(row.raw))
    return { kind: 'footer' }
  if (row.cells.length < columns.length && !mayBeShort) {
    return { kind: 'torn', cells: row.cells.length, columns: columns.length }
  }
  if (cells > columns.length) return { kind: 'tooManyColumns', cells, columns: columns.length }
  const long = row.cells.findIndex((cell) => cell.length > longestCell)
  return long === -1 ? null : { kind: 'cellTooLong', heading: columns[long]?.heading ?? '' }
}

function tableWarnings(
  { header, columns }: Table,
  repairedBytes: number,
  isRagged: boolean,
): { line: number; warning: ImportWarning }[] {
  const found: ImportWarning[] = columns
    .filter(({ column, heading }) => column === null && heading !== '')
    .map(({ heading }) => ({ kind: 'unusedColumn', heading }))
  if (repairedBytes > 0) found.push({ kind: 'repairedLetters', count: repairedBytes })
  if (isRagged) found.push({ kind: 'ragged' })
  return found.map((warning) => ({ line: header.line, warning }))
}
