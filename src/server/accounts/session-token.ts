import type { Instant } from '#domain/time/instant.ts'
import { minutesBetween } from '#domain/time/instant.ts'

/** What the database holds of a session; tokens only as hashes. */
export type StoredSession = {
  tokenHash: string
  previousTokenHash: string | null
  rotatedAt: Instant
  confirmedAt: Instant | null
  createdAt: Instant
  seenAt: Instant
}

/**
 * current: the newest token. confirmed: the same, seen for the first time. previous: the one before it, on its way
 * while the new one travels. due: time for a new token. unusable: expired, forged or used again after it was replaced.
 */
export type TokenState = 'current' | 'confirmed' | 'previous' | 'due' | 'unusable'

/** As long as a phone's lease, so that a phone that was unused for a holiday still fetches its lists by itself. */
export const idleMinutes = 14 * 24 * 60
const longestMinutes = 30 * 24 * 60
const rotateAfterMinutes = 15
/** Requests that left before the new token came are answered. */
const graceMinutes = 1

/**
 * Judges a token that came with a request.
 *
 * An answer that carries a new token may be lost on a poor network, so the old one holds until the new one has been
 * seen. After that, its return means that somebody copied it, and the session ends for both.
 */
export function judgeToken(session: StoredSession, tokenHash: string, now: Instant): TokenState {
  if (isExpired(session, now)) return 'unusable'
  const rotatedMinutes = minutesBetween(session.rotatedAt, now)
  if (tokenHash === session.tokenHash) {
    if (rotatedMinutes >= rotateAfterMinutes) return 'due'
    return session.confirmedAt === null ? 'confirmed' : 'current'
  }
  if (tokenHash !== session.previousTokenHash) return 'unusable'
  if (session.confirmedAt === null) return rotatedMinutes < graceMinutes ? 'previous' : 'due'
  return minutesBetween(session.confirmedAt, now) < graceMinutes ? 'previous' : 'unusable'
}

function isExpired(session: StoredSession, now: Instant): boolean {
  return (
    minutesBetween(session.seenAt, now) >= idleMinutes ||
    minutesBetween(session.createdAt, now) >= longestMinutes
  )
}
