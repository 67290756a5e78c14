import { canonicalJson } from '../base/canonical-json.ts'
import type { EntryId } from '../base/ids.ts'
import type { Said } from './said.ts'

/**
 * Each fact once. An author's own copy gives way to the one that the server has received, whose times are corrected.
 */
export function uniqueFacts<Fact extends Said>(facts: readonly Fact[]): Map<EntryId, Fact> {
  const unique = new Map<EntryId, Fact>()
  for (const fact of facts) {
    const other = unique.get(fact.entryId)
    if (other === undefined || isNewer(fact, other)) {
      unique.set(fact.entryId, fact)
    }
  }
  return unique
}

/** Whether what is said of one entry takes the place of what was known of it. */
export function isNewer(a: Said, b: Said): boolean {
  if (a === b) return false
  if (a.receivedAt !== b.receivedAt) {
    return b.receivedAt === null || (a.receivedAt !== null && a.receivedAt < b.receivedAt)
  }
  // The server never says one entry in two ways; if it does, the answer must still not depend on the order.
  return canonicalJson(a) < canonicalJson(b)
}
