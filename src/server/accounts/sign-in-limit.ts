import type { Instant } from '#domain/time/instant.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'

/** How many failed sign-ins are allowed before a wait, and how long the wait is. */
export type SignInLimit = {
  freeFailures: number
  firstWaitSeconds: number
  maxWaitSeconds: number
  forgottenAfterSeconds: number
}

/**
 * The limit of one account on one known device, and in one network. An account waits and is never locked for good, and
 * not where its employee is: a stranger who knows a nurse's username must not be able to keep the nurse out in a crisis.
 */
export const accountLimit: SignInLimit = {
  freeFailures: 5,
  firstWaitSeconds: 15,
  maxWaitSeconds: 15 * 60,
  forgottenAfterSeconds: 60 * 60,
}

/** The limit of one network. A whole municipality may share it, and in a crisis everybody signs in at once. */
export const networkLimit: SignInLimit = {
  freeFailures: 50,
  firstWaitSeconds: 15,
  maxWaitSeconds: 15 * 60,
  forgottenAfterSeconds: 15 * 60,
}

export type Failures = { failures: number; lastFailureAt: Instant }

/** Returns the seconds until the next attempt is allowed; 0 when it is allowed now. */
export function waitSeconds(past: Failures | null, now: Instant, limit: SignInLimit): number {
  if (past === null || isForgotten(past, now, limit)) return 0
  const overFree = past.failures - limit.freeFailures
  if (overFree < 0) return 0
  const wait = Math.min(limit.maxWaitSeconds, limit.firstWaitSeconds * 2 ** overFree)
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
