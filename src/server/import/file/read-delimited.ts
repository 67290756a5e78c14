import type { Separator } from '#domain/roster/list-format.ts'
import { maxColumns } from './table-limits.ts'

/** How a file parts its cells. */
export type Dialect = {
  separator: Separator
  /** The sign around a cell; double quotes where nothing else is said. */
  quote?: '"' | "'"
  /** How many cells a whole row has, where that is known: a quote that swallows whole rows opened nothing. */
  columns?: number
}

export type DelimitedRow = {
  /** The physical line that the row begins on; the first is 1. */
  line: number
  cells: string[]
  /** The row as it stands in the file. */
  raw: string
  /** Whether a line end follows; only the last row can lack one. */
  isEnded: boolean
}

/**
 * Splits a table into rows and cells. LF, CRLF and bare CR end a line, also mixed in one file.
 *
 * A quote that nobody closed opens nothing: else one stray quote would swallow the rows below it. Of
 * blank rows in a row only the first is answered, and of a row no more cells than tell that it has too many.
 */
export function readDelimited(text: string, dialect: Dialect): DelimitedRow[] {
  const { separator } = dialect
  const rows: DelimitedRow[] = []
  let line = 1
  let place = 0
  let isAfterBlank = false
  while (place < text.length) {
    const blankEnd = endOfBlank(text, place, separator)
    if (blankEnd !== null && isAfterBlank) {
      place = blankEnd + (text.startsWith('\r\n', blankEnd) ? 2 : 1)
      line += 1
      continue
    }
    isAfterBlank = blankEnd !== null
    const start = place
    const startLine = line
    const cells: string[] = []
    let isEnded = false
    let isRowDone = false
    while (!isRowDone) {
      const cell = readCell(text, place, dialect, start)
      if (cells.length <= maxColumns) cells.push(cell.value)
      line += cell.lineBreaks
      place = cell.end
      if (text[place] === separator) {
        place += 1
        continue
      }
      isRowDone = true
      isEnded = place < text.length
    }
    const raw = text.slice(start, place)
    rows.push({ line: startLine, cells, raw, isEnded })
    place += text.startsWith('\r\n', place) ? 2 : 1
    line += 1
  }
  return rows
}

/** Where the line that begins at `from` ends, if it is blank. */
function endOfBlank(text: string, from: number, separator: Separator): number | null {
  let end = from
  while (text[end] === ' ' || text[end] === '\t' || text[end] === separator) end += 1
  return end >= text.length || isLineEnd(text[end]) ? end : null
}

/** Beyond these a quote opened nothing: also what keeps a file of quotes from taking hours. */
const maxQuotedLength = 20_000
const maxStrayQuotes = 20

type Cell = { value: string; end: number; lineBreaks: number }

function readCell(text: string, from: number, dialect: Dialect, rowStart: number): Cell {
  const { separator, quote = '"' } = dialect
  let start = from
  while (text[start] === ' ') start += 1
  if (text[start] === quote) {
    const quoted = readQuoted(text, start + 1, { ...dialect, quote })
    if (quoted !== null) {
      const reach = { from: rowStart, to: quoted.end }
      if (quoted.lineBreaks === 0 || !swallowsRows(text, reach, dialect)) return quoted
    }
  }
  let end = from
  while (end < text.length && text[end] !== separator && !isLineEnd(text[end])) end += 1
  return {
    value: withoutNumberFormula(withoutStrayQuote(text.slice(from, end), quote)),
    end,
    lineBreaks: 0,
  }
}

/**
 * A quote before or behind a cell that has no other is no part of it: else an id were another one than last week. Behind
 * a number it means inches.
 */
function withoutStrayQuote(cell: string, quote: string): string {
  if (cell.length > maxQuotedLength || cell.split(quote).length % 2 === 1) return cell
  if (cell.trimStart().startsWith(quote)) return cell.replace(quote, '')
  const end = cell.trimEnd()
  return end.endsWith(quote) && !/\d.$/.test(end) ? end.slice(0, -1) : cell
}

/** Whether the lines of the file that a quoted cell begins and ends on have all the cells of a row each. */
function swallowsRows(
  text: string,
  { from, to }: { from: number; to: number },
  { separator, columns }: Dialect,
): boolean {
  if (columns === undefined || columns < 3) return false
  const lineEnd = text.slice(to).search(/[\r\n]/)
  const lines = text.slice(from, lineEnd === -1 ? text.length : to + lineEnd).split(/\r\n|\r|\n/)
  return [lines[0], lines.at(-1)].every((line = '') => line.split(separator).length >= columns)
}

/** The cell whose opening quote is before `from`; null when that quote opened nothing. */
function readQuoted(
  text: string,
  from: number,
  { separator, quote }: Dialect & { quote: string },
): Cell | null {
  let value = ''
  let pieceFrom = from
  let strayQuotes = 0
  let place = text.indexOf(quote, from)
  while (place !== -1 && place - from <= maxQuotedLength) {
    // Doubled, or behind a backslash as databases write it.
    const isEscaped = text[place - 1] === '\\' && !endsCell(text[place + 1], separator)
    if (text[place + 1] === quote || isEscaped) {
      value += isEscaped
        ? `${text.slice(pieceFrom, place - 1)}${quote}`
        : text.slice(pieceFrom, place + 1)
      pieceFrom = isEscaped ? place + 1 : place + 2
      place = text.indexOf(quote, pieceFrom)
      continue
    }
    let after = place + 1
    while (text[after] === ' ') after += 1
    if (endsCell(text[after], separator)) {
      const whole = value + text.slice(pieceFrom, place)
      const lineBreaks = whole.match(/\r\n|\r|\n/g)?.length ?? 0
      if (strayQuotes > 0 && lineBreaks > 0) return null
      return { value: withoutNumberFormula(whole), end: after, lineBreaks }
    }
    strayQuotes += 1
    // «"Veien 2» on one line and «"Gate 3"» on the next are two cells, not one.
    if (strayQuotes > maxStrayQuotes || /[\r\n]/.test(text.slice(from, place))) return null
    place = text.indexOf(quote, place + 1)
  }
  return null
}

function endsCell(letter: string | undefined, separator: Separator): boolean {
  return letter === undefined || letter === separator || isLineEnd(letter)
}

/** Some programs keep leading zeros by writing a number as the formula `="01234"`. */
function withoutNumberFormula(text: string): string {
  return /^\s*="([\d +]*)"\s*$/.exec(text)?.[1] ?? text
}

function isLineEnd(letter: string | undefined): boolean {
  return letter === '\n' || letter === '\r'
}
