import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ServiceCode } from '#domain/patient/service.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { parseBirthDate } from '../texts/birth-date.ts'
import { shortened, tidy } from '../texts/cell-values.ts'
import type { RowCells } from './row-cells.ts'
import type { RowContext } from './row-context.ts'

/** The services that somebody has today; those that ended, were refused or are only applied for are told of and kept as words. */
export function serviceCodes(
  cells: RowCells,
  { readServices, today }: RowContext,
  warnings: ImportWarning[],
): { codes: ServiceCode[]; remarks: string[] } {
  const filled = cells.list('services')
  const heading = filled[0]?.heading ?? ''
  const text = filled.map((cell) => cell.text).join('\n')
  const endsOn = cells.list('serviceEndsOn').find((cell) => hasPassed(cell.text, today))
  if (endsOn !== undefined && text !== '') {
    const value = shortened(`${text} (${endsOn.heading} ${endsOn.text})`)
    warnings.push({ kind: 'unclearValue', heading, value, because: 'notCurrent' })
    return { codes: [], remarks: [importReport.asWritten(heading, value)] }
  }
  const read = readServices(text)
  warnings.push(
    ...read.unknown.map((code) => ({ kind: 'unknownService' as const, code })),
    ...read.notCurrent.map((part) => ({
      kind: 'unclearValue' as const,
      heading,
      value: shortened(part),
      because: 'notCurrent' as const,
    })),
  )
  const remarks = read.notCurrent.map((part) => importReport.asWritten(heading, tidy(part)))
  return { codes: read.codes, remarks }
}

/** A day before today, as it can only be read of a whole date. */
function hasPassed(text: string, today: RowContext['today']): boolean {
  const day = parseBirthDate(text, today)
  return day !== null && day < today
}
