import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { LocalTime } from '#domain/time/instant.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { isNothing, shortened, tidy } from '../texts/cell-values.ts'
import { readClockTimes } from '../texts/clock-times.ts'
import type { RowCells } from './row-cells.ts'

/** The times of a column, and the texts that hold more than times: a person has to read those. */
export function readTimes(
  cells: RowCells,
  column: 'doseTimes' | 'supervisionTimes',
): { times: LocalTime[]; warnings: ImportWarning[]; remarks: string[] } {
  const filled = cells.list(column).filter(({ text }) => !isNothing(text))
  const read = filled.map(({ text, heading }) => ({ heading, text, ...readClockTimes(text) }))
  const unread = read.filter((cell) => cell.unread !== null)
  return {
    times: [...new Set(read.flatMap(({ times }) => times))].toSorted(),
    warnings: unread.map(({ heading, unread }) => ({
      kind: 'unclearTime',
      heading,
      value: shortened(unread ?? ''),
    })),
    remarks: unread.map(({ heading, text }) => importReport.asWritten(heading, tidy(text))),
  }
}
