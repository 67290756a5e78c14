import type { ImportWarning } from '#domain/roster/import-problem.ts'
import { shortened } from '../texts/cell-values.ts'
import { hasPersonalNumber, withoutPersonalNumbers } from '../texts/personal-numbers.ts'
import type { RowCells } from './row-cells.ts'

const elsewhere = ['phone', 'kin', 'kinPhone', 'doctor', 'doctorPhone', 'remark', 'street'] as const

/** Personal numbers in columns that are for something else. They are shown nowhere, and so not in the warning either. */
export function strayNumbers(cells: RowCells): ImportWarning[] {
  return cells
    .list(...elsewhere)
    .filter(({ text }) => hasPersonalNumber(text))
    .map(({ text, heading }) => ({
      kind: 'unclearValue',
      heading,
      value: shortened(withoutPersonalNumbers(text)),
      because: 'personalNumber',
    }))
}
