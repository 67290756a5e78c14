import type { Instant } from '#domain/time/instant.ts'
import { minutesBetween } from '#domain/time/instant.ts'

/** A session as the database stores it, with tokens only as hashes. */
export type StoredSession = {
  tokenHash: string
  previousTokenHash: string | null
  rotatedAt: Instant
  confirmedAt: Instant | null
  createdAt: Instant
  seenAt: Instant
}

/** Stands for the token of a parked session. It is no hash, so nobody has a token for it. */
export const parkedToken = 'parked'

/**
 * parked: a colleague has signed in in its browser; no token opens it. current: the newest token. confirmed: the newest token, received for the first time. previous: the token before it,
 * still accepted. due: time for a new token. unusable: expired, forged, or used again after it was replaced.
 */
export type TokenState = 'current' | 'confirmed' | 'previous' | 'due' | 'parked' | 'unusable'

/** Equal to a phone's lease, so that a phone that lay unused during a holiday still fetches its lists by itself. */
export const idleMinutes = 14 * 24 * 60
export const maxMinutes = 30 * 24 * 60
const rotateAfterMinutes = 15
/** For requests that were sent before the new token arrived. */
const graceMinutes = 1

/**
 * Decides the state of a token that came with a request.
 *
 * An answer that carries a new token may be lost on a poor network, so the old token is valid until the new one has
 * been received. If the old token comes after that, somebody has copied it, and the session ends for both.
 */
export function judgeToken(session: StoredSession, tokenHash: string, now: Instant): TokenState {
  if (isExpired(session, now)) return 'unusable'
  if (session.tokenHash === parkedToken) return 'parked'
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
    minutesBetween(session.createdAt, now) >= maxMinutes
  )
}
