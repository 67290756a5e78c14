import type { Said } from '../facts/said.ts'

/**
 * Whether whoever closed the incident cannot have known this fact, and its author did not know of the closing: it was
 * written later by the hybrid clock or by the corrected one, or reached the server later. Whoever writes knowingly after
 * a closing names it.
 */
export function isLate(fact: Said, closing: Said): boolean {
  if (fact.replaces.includes(closing.entryId) || fact.deviceId === closing.deviceId) return false
  if (fact.hlc > closing.hlc) return true
  // The times of what the server has not received yet are as wrong as the phone's clock.
  if (closing.receivedAt === null) return false
  if (fact.receivedAt === null) return true
  return fact.receivedAt > closing.receivedAt || fact.writtenAt > closing.writtenAt
}
