import type { EntryId } from '../base/ids.ts'
import { mostReplaced } from '../facts/said.ts'
import type { IncidentPart } from './coordination-fact.ts'
import type { Incident } from './incident.ts'

/**
 * What a correction, a closing or a reopening of this incident names in `replaces`: what stands, and the starts of all
 * members, so that it is for all of them. A correction of a merged incident is else for the member alone that it is
 * written in.
 */
export function replacesOf(
  { closing, corrections, starts }: Incident,
  what: IncidentPart['part'] | 'closing',
): EntryId[] {
  const standing = what === 'closing' ? closing : (corrections.get(what) ?? null)
  const said = standing === null ? [] : [standing.shown, ...standing.beside]
  return [...said.map(({ entryId }) => entryId), ...starts].slice(0, mostReplaced)
}
