import type { Instant } from '#domain/time/instant.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'

/** How often something may fail before it has to wait, and for how long. */
export type SignInLimit = {
  freeFailures: number
  firstWaitSeconds: number
  longestWaitSeconds: number
  forgottenAfterSeconds: number
}

/**
 * One account's. It waits and is never locked for good: whoever knows a nurse's username must not be able to keep
 * her out in a crisis.
 */
export const accountLimit: SignInLimit = {
  freeFailures: 5,
  firstWaitSeconds: 15,
  longestWaitSeconds: 15 * 60,
  forgottenAfterSeconds: 60 * 60,
}

/** One network address's. A whole municipality may share one, and in a crisis everybody signs in at once. */
export const addressLimit: SignInLimit = {
  freeFailures: 50,
  firstWaitSeconds: 15,
  longestWaitSeconds: 15 * 60,
  forgottenAfterSeconds: 15 * 60,
}

export type Failures = { failures: number; lastFailureAt: Instant }

/** Seconds until the next try is heard; 0 when that is now. */
export function waitSeconds(past: Failures | null, now: Instant, limit: SignInLimit): number {
  if (past === null || isForgotten(past, now, limit)) return 0
  const overFree = past.failures - limit.freeFailures
  if (overFree < 0) return 0
  const wait = Math.min(limit.longestWaitSeconds, limit.firstWaitSeconds * 2 ** overFree)
  return Math.max(0, Math.ceil(wait - secondsBetween(past.lastFailureAt, now)))
}

export function withFailure(past: Failures | null, now: Instant, limit: SignInLimit): Failures {
  const before = past === null || isForgotten(past, now, limit) ? 0 : past.failures
  return { failures: before + 1, lastFailureAt: now }
}

function isForgotten(past: Failures, now: Instant, limit: SignInLimit): boolean {
  return secondsBetween(past.lastFailureAt, now) > limit.forgottenAfterSeconds
}

function secondsBetween(from: Instant, to: Instant): number {
  return (millisecondsFromInstant(to) - millisecondsFromInstant(from)) / 1000
}
