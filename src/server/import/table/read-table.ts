import type { ColumnAnswer, ColumnQuestion } from '#domain/roster/column-question.ts'
import type { ImportRefusal, ImportWarning } from '#domain/roster/import-problem.ts'
import { type Result, accepted } from '#domain/base/result.ts'
import { serviceReader } from '#domain/roster/service-tokens.ts'
import type { DecodedText } from '../file/decode-text.ts'
import { distrustIds } from '../people/distrust-ids.ts'
import { columnAnswersIn, columnQuestions } from './column-questions.ts'
import { cutEndWarnings } from './cut-end.ts'
import { findTable, type Table } from './find-table.ts'
import { countLostLetters } from '../file/foreign-letters.ts'
import type { GatheredPerson } from '../people/gathered-person.ts'
import { personGatherer } from '../people/person-gatherer.ts'
import { type ReportRows, reportSometimes } from '../people/report-rows.ts'
import { findListedAt } from '../file/listed-at.ts'
import type { ReadContext } from '../people/read-context.ts'
import type { ListReading } from '../people/list-reading.ts'
import { type ReadRow, readRow } from '../cells/read-row.ts'
import { rowCells } from '../cells/row-cells.ts'
import { sortRows } from './sort-rows.ts'

export function readTable(
  { text, encoding, repairedBytes }: DecodedText,
  context: ReadContext,
  report: ReportRows,
): Result<ListReading, ImportRefusal> {
  const found = findTable(text, context.mapping)
  if (!found.ok) return found
  const table = found.value
  const { rows, isRagged } = sortRows(table, context.zones)
  const warnings = tableWarnings(table, {
    repairedBytes,
    lostLetters: countLostLetters(text),
    isRagged,
  })
  const questions = columnQuestions(
    table,
    rows.filter(({ reason }) => reason === null),
    context.mapping,
  )
  const columnAnswers = columnAnswersIn(table, context.mapping)
  const gatherer = personGatherer()
  const rowContext = {
    today: context.today,
    readServices: serviceReader(context.services, context.today),
  }
  const read: (ReadRow & { raw: string; isBelowAnother: boolean })[] = []
  for (const [place, row] of rows.entries()) {
    reportSometimes(report, place, rows.length)
    if (row.reason !== null) {
      gatherer.addUnreadable(row.line, row.reason, row.raw, row.cells)
      continue
    }
    const { person, ...rest } = readRow(rowCells(table.columns, row.cells), row.line, rowContext)
    const zoneName = person.zoneName ?? row.titledZone
    const isBelowAnother = !row.isAfterBlank && rows[place - 1]?.reason === null
    read.push({ ...rest, person: { ...person, zoneName }, raw: row.raw, isBelowAnother })
  }
  const trusted = distrustIds(read)
  let above: GatheredPerson | null = null
  for (const row of trusted.rows) {
    // What stands below a torn line, or a blank one, goes on about nobody.
    const continued: GatheredPerson | null = row.isBelowAnother
      ? gatherer.continues(row, above)
      : null
    above = continued ?? gatherer.add(row, row.raw)
  }
  for (const { line, warning } of trusted.warnings) gatherer.warn(line, warning)
  const gathered = gatherer.finish()
  return accepted({
    format: { kind: 'table', encoding, separator: table.separator },
    rows: table.rows.length,
    ...gathered,
    warnings: [
      ...warnings.filter(({ warning }) => !isAnswered(warning, columnAnswers)),
      ...orderWarnings(table, questions),
      ...gathered.warnings,
      ...cutEndWarnings(table, rows),
    ],
    columnQuestions: questions,
    columnAnswers,
    listedAt: findListedAt(
      table.titles.map(({ raw }) => raw),
      context.now,
    ),
  })
}

/** A column that a leader leaves out is not told of each week. */
function isAnswered(warning: ImportWarning, answers: readonly ColumnAnswer[]): boolean {
  return (
    warning.kind === 'unusedColumn' &&
    answers.some(({ heading, column }) => column === 'ignored' && heading === warning.heading)
  )
}

function orderWarnings(
  { header }: Table,
  questions: readonly ColumnQuestion[],
): { line: number; warning: ImportWarning }[] {
  return questions
    .filter(({ about }) => about === 'nameOrder')
    .map(({ heading, samples: [value = ''] }) => ({
      line: header.line,
      warning: { kind: 'unclearValue', heading, value, because: 'nameOrder' },
    }))
}

function tableWarnings(
  { header, columns }: Table,
  found: { repairedBytes: number; lostLetters: number; isRagged: boolean },
): { line: number; warning: ImportWarning }[] {
  const warnings: ImportWarning[] = columns
    .filter(({ column, heading }) => column === null && heading !== '')
    .map(({ heading, isRepeated }) =>
      isRepeated
        ? { kind: 'unusedColumn', heading, isRepeated }
        : { kind: 'unusedColumn', heading },
    )
  const { repairedBytes, lostLetters, isRagged } = found
  if (repairedBytes > 0) warnings.push({ kind: 'repairedLetters', count: repairedBytes })
  if (lostLetters > 0) warnings.push({ kind: 'lostLetters', count: lostLetters })
  if (isRagged) warnings.push({ kind: 'ragged' })
  return warnings.map((warning) => ({ line: header.line, warning }))
}
