import type { EntryId } from '#domain/base/ids.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'

/** What was said, without the taking back itself; and which of it somebody has taken back. */
export function saidAndUndone(history: readonly PersonFact[]): {
  said: readonly PersonFact[]
  undone: ReadonlySet<EntryId>
} {
  return {
    said: history.filter(({ body }) => body.kind !== 'undone'),
    undone: new Set(history.flatMap(({ body }) => (body.kind === 'undone' ? body.facts : []))),
  }
}
