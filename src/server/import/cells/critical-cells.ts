import type { CriticalInformation } from '#domain/patient/patient.ts'
import type { ListColumn } from '#domain/roster/list-column.ts'
import { isNothing, tidy } from './cell-values.ts'
import type { RowCells } from './row-cells.ts'

const criticalKinds = {
  cave: 'cave',
  criticalCondition: 'condition',
  infection: 'infection',
} as const satisfies Partial<Record<ListColumn, CriticalInformation['kind']>>

export function readCritical(cells: RowCells): CriticalInformation[] {
  return (['cave', 'criticalCondition', 'infection'] as const).flatMap((column) =>
    cells
      .list(column)
      .filter(({ text }) => !isNothing(text))
      .map(({ text }) => ({ kind: criticalKinds[column], text: tidy(text) })),
  )
}
