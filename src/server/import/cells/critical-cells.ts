import type { CriticalInformation } from '#domain/patient/patient.ts'
import type { ReadColumn } from '#domain/roster/list-column.ts'
import { isNothingCritical, tidy } from '../texts/cell-values.ts'
import type { RowCells } from './row-cells.ts'

const criticalKinds = {
  cave: 'cave',
  criticalCondition: 'condition',
  infection: 'infection',
} as const satisfies Partial<Record<ReadColumn, CriticalInformation['kind']>>

export function readCritical(cells: RowCells): CriticalInformation[] {
  return (['cave', 'criticalCondition', 'infection'] as const).flatMap((column) =>
    cells
      .list(column)
      .filter(({ text }) => !isNothingCritical(text))
      .map(({ text }) => ({ kind: criticalKinds[column], text: tidy(text) })),
  )
}
