import type { Said } from '../facts/said.ts'

/**
 * Whether whoever closed the incident cannot have known this fact, and its author did not know of the closing: it was
 * said later by the hybrid clock, or reached the server later. Whoever writes knowingly after a closing names it.
 */
export function isLate(fact: Said, closing: Said): boolean {
  if (fact.replaces.includes(closing.entryId) || fact.deviceId === closing.deviceId) return false
  if (fact.hlc > closing.hlc) return true
  if (closing.receivedAt === null) return false
  return fact.receivedAt === null || fact.receivedAt > closing.receivedAt
}
