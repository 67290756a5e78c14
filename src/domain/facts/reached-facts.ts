import type { EntryId } from '../base/ids.ts'
import type { Said } from './said.ts'

/** All facts that this one names in `replaces`, and those that they name, as far as they are here; itself left out. */
export function reachedFacts<Fact extends Said>(
  from: Fact,
  factsById: ReadonlyMap<EntryId, Fact>,
): Fact[] {
  const seen = new Set([from.entryId])
  const reached: Fact[] = []
  const open: Fact[] = [from]
  for (let fact = open.pop(); fact !== undefined; fact = open.pop()) {
    for (const id of fact.replaces) {
      const named = factsById.get(id)
      if (named === undefined || seen.has(id)) continue
      seen.add(id)
      reached.push(named)
      open.push(named)
    }
  }
  return reached
}
