import { foldText } from '#domain/base/folded-text.ts'
import { maxTitleLength } from './title-length.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'
import type { ReadContext } from '../people/read-context.ts'

/**
 * The zone that a list without a zone column names above its header: «Sone: Nord 1», or a title with the name of one
 * of the section's zones. Null when the titles name none, or several.
 */
export function findTitledZone(
  titles: readonly DelimitedRow[],
  zones: ReadContext['zones'],
): string | null {
  const texts = titles
    .filter(({ raw }) => raw.length <= maxTitleLength)
    .map(({ cells }) => cells.join(' ').replaceAll(/\s+/g, ' ').trim())
  const named = zones.filter(
    ({ name }) => name !== null && texts.some((text) => wordsOf(text).includes(wordsOf(name))),
  )
  const [only, ...more] = named
  if (only !== undefined) return more.length === 0 ? only.name : null
  const labelled = texts.flatMap(
    (text) => /^(?:sone|distrikt|rode)\s*:\s*(.+)$/i.exec(text)?.[1] ?? [],
  )
  return labelled[0]?.trim() ?? null
}

/** Word by word, so that «Nord 1» is not found in «Nord 12». */
function wordsOf(text: string): string {
  return ` ${text
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldText)
    .filter(Boolean)
    .join(' ')} `
}
