import type { ImportRefusal, ImportWarning } from '#domain/roster/import-problem.ts'
import { type Result, accepted } from '#domain/base/result.ts'
import { serviceReader } from '#domain/roster/service-tokens.ts'
import type { DecodedText } from '../file/decode-text.ts'
import { distrustIds } from '../people/distrust-ids.ts'
import { findTable, type Table } from './find-table.ts'
import { countLostLetters } from '../file/foreign-letters.ts'
import { personGatherer } from '../people/person-gatherer.ts'
import { findListedAt } from '../file/listed-at.ts'
import type { ReadContext } from '../people/read-context.ts'
import type { ListReading } from '../people/list-reading.ts'
import { type ReadRow, readRow } from '../cells/read-row.ts'
import { rowCells } from '../cells/row-cells.ts'
import { findTitledZone } from './titled-zone.ts'
import { filledCells, leavesOutEmptyTails, unreadableReason } from './unreadable-reason.ts'

export function readTable(
  { text, encoding, repairedBytes }: DecodedText,
  context: ReadContext,
): Result<ListReading, ImportRefusal> {
  const found = findTable(text, context.mapping)
  if (!found.ok) return found
  const table = found.value
  const isRagged = leavesOutEmptyTails(table)
  const warnings = tableWarnings(table, {
    repairedBytes,
    lostLetters: countLostLetters(text),
    isRagged,
  })
  const hasZones = table.columns.some(({ column }) => column === 'zone')
  let titledZone = hasZones ? null : findTitledZone(table.titles, context.zones)
  const gatherer = personGatherer()
  const rowContext = { today: context.today, readServices: serviceReader(context.services) }
  const read: (ReadRow & { raw: string })[] = []
  for (const row of table.rows) {
    // In a list without a zone column a zone may stand above its people.
    const isHeading = !hasZones && filledCells(row) === 1
    const zoneHere = isHeading ? findTitledZone([row], context.zones) : null
    if (zoneHere !== null) {
      titledZone = zoneHere
      gatherer.addUnreadable(row.line, { kind: 'zoneHeading' }, row.raw, [])
      continue
    }
    const reason = unreadableReason(row, table, isRagged && row !== table.rows.at(-1))
    if (reason !== null) gatherer.addUnreadable(row.line, reason, row.raw, row.cells)
    else {
      const { person, warnings } = readRow(rowCells(table.columns, row.cells), row.line, rowContext)
      const zoneName = person.zoneName ?? titledZone
      read.push({ person: { ...person, zoneName }, warnings, raw: row.raw })
    }
  }
  const trusted = distrustIds(read)
  for (const row of trusted.rows) gatherer.add(row, row.raw)
  for (const { line, warning } of trusted.warnings) gatherer.warn(line, warning)
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

function tableWarnings(
  { header, columns }: Table,
  found: { repairedBytes: number; lostLetters: number; isRagged: boolean },
): { line: number; warning: ImportWarning }[] {
  const warnings: ImportWarning[] = columns
    .filter(({ column, heading }) => column === null && heading !== '')
    .map(({ heading }) => ({ kind: 'unusedColumn', heading }))
  const { repairedBytes, lostLetters, isRagged } = found
  if (repairedBytes > 0) warnings.push({ kind: 'repairedLetters', count: repairedBytes })
  if (lostLetters > 0) warnings.push({ kind: 'lostLetters', count: lostLetters })
  if (isRagged) warnings.push({ kind: 'ragged' })
  return warnings.map((warning) => ({ line: header.line, warning }))
}
