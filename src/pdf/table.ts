import type { Flow } from './flow.ts'
import { area, contentWidth, hairline, styles, type Mark, type TextStyle } from './sheet.ts'

/** A piece of a cell, which starts on a new line. */
export type Piece = { text: string; style: TextStyle }
/** A cell with the number of the page that has the anchor. */
export type PageReference = { anchor: string }
export type Cell = readonly Piece[] | PageReference

export type Column = { head: string; share: number }

export type TableLook = {
  /** Space above the first and below the last line of a row. */
  padding: number
  /** The minimum height of a row, so that staff can write in it. */
  minHeight: number
}

export const roomy: TableLook = { padding: 6.5, minHeight: 43 }
export const compact: TableLook = { padding: 3.6, minHeight: 0 }

export const columnGap = 8

type Place = { x: number; width: number }

export function piece(text: string, style: TextStyle = styles.body): Piece {
  return { text, style }
}

/** Makes a cell of one plain piece; it is empty for null and for an empty text. */
export function plain(text: string | null): Piece[] {
  return text === null || text === '' ? [] : [piece(text)]
}

/** Draws rows between thin lines. A row is never split over two pages, and the heads are repeated on each page. */
export function table(
  flow: Flow,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  look: TableLook,
): void {
  const places = placesOf(columns)
  const drawHeads = () => heads(flow, columns, places)
  // Never the heads alone at the end of a page.
  flow.need(80)
  drawHeads()
  const before = flow.onNewSheet
  flow.onNewSheet = drawHeads
  for (const row of rows) drawRow(flow, row, places, look)
  flow.onNewSheet = before
}

function placesOf(columns: readonly Column[]): Place[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  let x = area.left
  return columns.map(({ share }) => {
    const width = (contentWidth * share) / total
    const place = { x, width: width - columnGap }
    x += width
    return place
  })
}

function heads(flow: Flow, columns: readonly Column[], places: readonly Place[]): void {
  const style = styles.heading
  const lines = columns.map(({ head }, i) => flow.set.lines(head, style, places[i]?.width ?? 0))
  const most = Math.max(...lines.map(({ length }) => length))
  lines.forEach((column, i) => {
    // Heads are aligned at their last lines.
    column.forEach((line, j) => {
      const y = flow.y + (most - column.length + j + 1) * style.leading - 3
      flow.put(flow.set.mark(line, places[i]?.x ?? 0, y, style))
    })
  })
  flow.gap(most * style.leading + 3)
  flow.put({ kind: 'line', x1: area.left, y1: flow.y, x2: area.right, y2: flow.y, width: 0.9 })
}

type LaidCell = { height: number; marks: (top: number) => Mark[] }

function drawRow(
  flow: Flow,
  row: readonly Cell[],
  places: readonly Place[],
  look: TableLook,
): void {
  const cells = row.map((cell, i) => lay(flow, cell, places[i] ?? { x: 0, width: 0 }))
  const height = Math.max(
    look.minHeight,
    2 * look.padding + Math.max(...cells.map((cell) => cell.height)),
  )
  flow.need(height)
  for (const cell of cells) flow.put(...cell.marks(flow.y + look.padding))
  flow.gap(height)
  flow.put(hairline(flow.y))
}

function lay(flow: Flow, cell: Cell, { x, width }: Place): LaidCell {
  if ('anchor' in cell) {
    const { size, leading } = styles.body
    const marks = (top: number): Mark[] => [
      { kind: 'pageNumber', x: x + width, y: top + leading * 0.78, size, anchor: cell.anchor },
    ]
    return { height: leading, marks }
  }
  const lines = cell.flatMap(({ text, style }) =>
    flow.set.lines(text, style, width).map((line) => ({ line, style })),
  )
  const height = lines.reduce((sum, { style }) => sum + style.leading, 0)
  const marks = (top: number): Mark[] => {
    let y = top
    return lines.map(({ line, style }) => {
      y += style.leading
      return flow.set.mark(line, x, y - style.leading * 0.22, style)
    })
  }
  return { height, marks }
}
