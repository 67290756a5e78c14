import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { maxRows } from '../file/table-limits.ts'

/** FHIR nests about twenty levels; every recursion over it must end. */
const maxDepth = 100
/** A value of a real Bundle takes some twenty bytes of the file. */
const maxValues = 2_000_000

/**
 * Why a text is not parsed as JSON; null when it can be. Nothing is allocated for what it holds: a small file of
 * brackets may mean more objects than memory has room for.
 */
export function jsonRefusal(text: string): ImportRefusal | null {
  /** Elements so far of each open array or object; the first is for values side by side, one a line. */
  const elements = [0]
  let values = 0
  for (let place = 0; place < text.length; place++) {
    const letter = text[place]
    if (letter === '"') place = stringEnd(text, place)
    else if (letter === '[' || letter === '{') {
      if (elements.length === 1) elements[0] = (elements[0] ?? 0) + 1
      if (elements.length > maxDepth) return { kind: 'nestedTooDeep' }
      elements.push(1)
      values += 1
    } else if (letter === ']' || letter === '}') {
      if (elements.length > 1) elements.pop()
    } else if (letter === ',' && elements.length > 1) {
      elements[elements.length - 1] = (elements.at(-1) ?? 0) + 1
      values += 1
    } else continue
    if ((elements.at(-1) ?? 0) > maxRows) return { kind: 'tooManyRows', max: maxRows }
    if (values > maxValues) return { kind: 'tooManyValues' }
  }
  return null
}

/** The place of the quote that ends the string, or the end of the text. */
export function stringEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return end
}
