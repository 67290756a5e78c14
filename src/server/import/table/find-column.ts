import { listHeadings } from '#content/list-headings.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { ListColumn, ownColumns, type ReadColumn } from '#domain/roster/list-column.ts'

const columnsByHeading = new Map<string, ReadColumn>(
  [...ListColumn.options, ...ownColumns].flatMap((column) =>
    listHeadings[column].split('|').map((heading) => [foldText(heading), column] as const),
  ),
)

/** What a heading in a list means; null for one that Beredt does not know. */
export function findColumn(heading: string): ReadColumn | null {
  const folded = foldText(heading)
  if (folded === '') return null
  const whole = columnsByHeading.get(folded) ?? columnsByHeading.get(folded.replace(/\d+$/, ''))
  return whole ?? partsColumn(heading)
}

/** «Avdeling/sone» and «Sone (valg)»: parts that mean the same, or a note to the heading. */
function partsColumn(heading: string): ReadColumn | null {
  if (heading.length > 80) return null
  const parts = heading.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ').split(/\/|\s+og\s+/)
  const columns = new Set(parts.map((part) => columnsByHeading.get(foldText(part)) ?? null))
  const [only, ...more] = columns
  return more.length === 0 ? (only ?? null) : null
}

/** Whether a heading says that its numbers are hours; else they are minutes unless a cell says otherwise. */
export function isInHours(heading: string): boolean {
  return /\((t|timer|h)\)|\btimer\b/i.test(heading)
}
