import type { ImportWarning } from '#domain/roster/import-problem.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { shortened } from '../texts/cell-values.ts'
import type { Table } from './find-table.ts'
import type { SortedRow } from './sort-rows.ts'

/** Of fewer nothing can be told of what a column usually holds. */
const minOthers = 3

/**
 * Says that the file may be cut inside its last cell. Many programs write no line break at the end, so it is said only where
 * the list shows it: a quote that nothing closes, a cell that is empty alone, fewer digits than in all others, the beginning
 * of a value that stands elsewhere, or a sign after which more is to come.
 */
export function cutEndWarnings(
  { columns, rows: all }: Table,
  rows: readonly SortedRow[],
): { line: number; warning: ImportWarning }[] {
  const last = rows.at(-1)
  if (last === undefined || last.isEnded || last.reason !== null) return []
  if (all.at(-1)?.line !== last.line) return []
  const place = columns.length - 1
  const heading = columns[place]?.heading ?? ''
  const text = (last.cells[place] ?? '').trim()
  const others = rows
    .slice(0, -1)
    .filter(({ reason }) => reason === null)
    .map(({ cells }) => (cells[place] ?? '').trim())
  if (last.cells.length < columns.length || !isCut(text, last.raw, others)) return []
  const warning = {
    kind: 'unclearValue',
    heading,
    value: shortened(text),
    because: 'maybeCut',
  } as const
  return [{ line: last.line, warning }]
}

function isCut(text: string, raw: string, others: readonly string[]): boolean {
  if (text.startsWith('"') || (raw.match(/"/g)?.length ?? 0) % 2 === 1) return true
  if (/[,;:(/+&]$|(?:^|\s)(?:og|med|av|ved|for)$/u.test(text)) return true
  if (others.length < minOthers) return false
  if (text === '') return others.every((other) => other !== '')
  const filled = others.filter((other) => other !== '')
  if (filled.length >= minOthers && [text, ...filled].every(isNumber)) {
    return (
      filled.every((other) => digits(other) === digits(filled[0] ?? '')) &&
      digits(text) < digits(filled[0] ?? '')
    )
  }
  const folded = foldText(text)
  const values = new Set(filled.map(foldText))
  return !values.has(folded) && [...values].some((value) => value.startsWith(folded))
}

function isNumber(text: string): boolean {
  return /^[\d\s.+/-]+$/.test(text)
}

function digits(text: string): number {
  return text.replaceAll(/\D/g, '').length
}
