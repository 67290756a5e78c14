import type { EntryId } from '../base/ids.ts'
import type { Said } from './said.ts'
import type { Standing } from './standing.ts'

/** The facts of a state that a screen shows: whoever says it anew takes the place of all of them. */
export function standingIds(standing: Standing<Said> | null | undefined): EntryId[] {
  if (standing === null || standing === undefined) return []
  return [standing.shown, ...standing.beside].map(({ entryId }) => entryId)
}
