import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import type { Separator } from '#domain/roster/list-format.ts'

export const maxRows = 50_000
/** No record system's list is so wide; what is wider is another kind of file. */
export const maxColumns = 1_000
/** A cell may hold several lines. */
const maxLines = 4 * maxRows
const maxCells = 3_000_000

/**
 * Why a text is not split into rows and cells; null when it can be. Nothing is allocated for what it holds, and blank
 * lines are free, for they are not kept.
 */
export function tableRefusal(text: string, separator: Separator): ImportRefusal | null {
  let lines = 0
  let cells = 0
  let cellsHere = 0
  let isBlank = true
  for (let place = 0; place <= text.length; place++) {
    const letter = text[place]
    if (letter === separator) cellsHere += 1
    else if (letter === '\n' || letter === '\r' || letter === undefined) {
      if (!isBlank) {
        lines += 1
        cells += cellsHere + 1
      }
      cellsHere = 0
      isBlank = true
      if (lines > maxLines) return { kind: 'tooManyRows', max: maxRows }
      if (cells > maxCells) return { kind: 'tooManyColumns', max: maxColumns }
    } else if (letter !== ' ' && letter !== '\t') isBlank = false
  }
  return null
}
