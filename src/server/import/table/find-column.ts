import { listHeadings } from '#content/list-headings.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { ListColumn } from '#domain/roster/list-column.ts'

const columnsByHeading = new Map<string, ListColumn>(
  ListColumn.options.flatMap((column) =>
    listHeadings[column].split('|').map((heading) => [foldText(heading), column] as const),
  ),
)

/** What a heading in a list means; null for one that Beredt does not know. */
export function findColumn(heading: string): ListColumn | null {
  const folded = foldText(heading)
  if (folded === '') return null
  return columnsByHeading.get(folded) ?? columnsByHeading.get(folded.replace(/\d+$/, '')) ?? null
}

/** Whether a heading says that its numbers are hours; else they are minutes unless a cell says otherwise. */
export function isInHours(heading: string): boolean {
  return /\((t|timer|h)\)|\btimer\b/i.test(heading)
}
