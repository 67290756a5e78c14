import type { EntryId } from '../base/ids.ts'
import type { CoordinationFact } from './coordination-fact.ts'

export function coordinationUndoes({ body }: CoordinationFact): readonly EntryId[] | null {
  return body.kind === 'undone' ? body.facts : null
}
