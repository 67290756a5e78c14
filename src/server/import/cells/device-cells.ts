import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ReadColumn } from '#domain/roster/list-column.ts'
import type { ListedDevice } from '#domain/roster/listed-person.ts'
import { isNothing, tidy } from '../texts/cell-values.ts'
import { parseMinutes } from '../texts/parse-minutes.ts'
import type { RowCells } from './row-cells.ts'

export function readDevices(cells: RowCells, warnings: ImportWarning[]): ListedDevice[] {
  // Places are those of the cell: a device that is left out keeps its place among the times.
  const named = cells
    .list('device')
    .filter(({ text }) => !isNothing(text))
    .flatMap(({ text }) => text.split(/[;\r\n]+|,(?!\d)/))
    .map((text, place) => ({ listedAs: tidy(text), place }))
    .filter(({ listedAs }) => !isNothing(listedAs))
  const minutes = (column: ReadColumn, place: number): number | null => {
    const cell = cells.list(column)[0]
    if (cell === undefined) return null
    // One time for several devices is known to hold for the first alone.
    const parts = cell.text.split(/[;\r\n]+/)
    const text = parts[place]
    if (text === undefined || isNothing(text)) return null
    const read = parseMinutes(text, cell.isInHours ? 'hours' : 'minutes')
    if (read === null) {
      warnings.push({ kind: 'unclearValue', heading: cell.heading, value: tidy(text) })
    }
    return read
  }
  return named.map(({ listedAs, place }, number) => ({
    listedAs,
    description: null,
    batteryMinutes: minutes('batteryTime', place),
    reserve: number === 0 ? cells.textOrNull('reserve') : null,
    reserveMinutes: minutes('reserveTime', place),
    toleranceMinutes: minutes('toleranceTime', place),
  }))
}
