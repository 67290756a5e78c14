import type { ImportWarning } from '#domain/roster/import-problem.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { isNothing, shortened, tidy } from '../texts/cell-values.ts'
import { hasPersonalNumber } from '../texts/personal-numbers.ts'
import { piecesWithoutLabels } from '../texts/phone-labels.ts'
import { findPhones, hasUnreadPhone } from '../texts/phones.ts'
import type { RowCells } from './row-cells.ts'

/** A person's own phones: the first, and the others with what else stands there as remarks. */
export function readPhones(
  cells: RowCells,
  warnings: ImportWarning[],
): { first: string | null; remarks: string[] } {
  const filled = cells.list('phone')
  const [first = null, ...others] = new Set(filled.flatMap(({ text }) => findPhones(text)))
  warnings.push(...unclearPhones(cells))
  const remarks = filled
    .filter(({ text }) => findPhones(text).length > 0 && saysMore(text))
    .map(({ text, heading }) => importReport.asWritten(heading, tidy(text)))
  return { first, remarks: [...others.map(importReport.otherPhone), ...remarks] }
}

/** «Etter kl. 16», «internnr. 12»: words beside a phone that whoever rings it needs. */
function saysMore(text: string): boolean {
  return piecesWithoutLabels(text).some((piece) => /\p{L}{2}|\d{2}/u.test(withoutJoins(piece)))
}

function withoutJoins(piece: string): string {
  return piece.replaceAll(/(?<!\p{L})(?:el|eller|og)(?!\p{L})/giu, ' ')
}

/** A phone that is not read must be seen: nobody should believe that there is none. */
function unclearPhones(cells: RowCells): ImportWarning[] {
  return cells
    .list('phone', 'kinPhone', 'doctorPhone', 'kin', 'doctor')
    .filter(({ column, text }) => {
      if (isNothing(text) || hasPersonalNumber(text)) return false
      const isForPhones = column !== 'kin' && column !== 'doctor'
      return hasUnreadPhone(text) || (isForPhones && findPhones(text).length === 0)
    })
    .map(({ text, heading }) => ({
      kind: 'unclearValue',
      heading,
      value: shortened(text),
      isPhone: true,
    }))
}
