import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import type { EnrolledEmployee } from '#domain/vault/vault-status.ts'
import type { UnlockRefusal } from '#domain/vault/unlocking.ts'
import { durationWords } from '#text/nb/words/time.ts'
import { unlock } from '#text/nb/screens/unlock.ts'

const maxTries = 10

/** What went wrong and how many tries are left, in words. Empty when there is nothing to say. */
export function refusalWords(employee: EnrolledEmployee, refusal: UnlockRefusal | null): string {
  if (refusal?.kind === 'keysNotKept' || refusal?.kind === 'notEnrolled')
    return unlock.brokenMeaning
  if (refusal?.kind === 'wrongCode') return unlock.wrongCode(refusal.triesLeft)
  return employee.triesLeft < maxTries ? unlock.triesLeft(employee.triesLeft) : ''
}

/** No wait is longer; until a screen shows it, a moment has passed. */
const longestWaitMinutes = 10
const toleratedMinutes = 1

/**
 * How many minutes are left until a code may be tried. A wait that is longer than any is one of a clock that was set since:
 * nobody is kept out by it here, and the vault says how long it is when a code is tried.
 */
export function minutesToWait(
  { nextTryAt }: Pick<EnrolledEmployee, 'nextTryAt'>,
  refusal: { kind: string; nextTryAt?: Instant | null } | null,
  now: Instant,
): number {
  const at = refusal?.kind === 'tooSoon' ? (refusal.nextTryAt ?? null) : nextTryAt
  const minutes = at === null ? 0 : minutesBetween(now, at)
  return minutes > longestWaitMinutes + toleratedMinutes ? 0 : Math.max(0, minutes)
}

/** A short wait is counted down in seconds. Empty when there is none. */
export function waitWords(minutes: number): string {
  if (minutes <= 0) return ''
  return unlock.wait(
    minutes <= 1 ? unlock.seconds(Math.ceil(minutes * 60)) : durationWords(Math.ceil(minutes)),
  )
}
