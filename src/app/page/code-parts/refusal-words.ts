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

/** A short wait is counted down in seconds. Empty when there is none. */
export function waitWords(nextTryAt: Instant | null, now: Instant): string {
  const minutes = nextTryAt === null ? 0 : minutesBetween(now, nextTryAt)
  if (minutes <= 0) return ''
  return unlock.wait(
    minutes <= 1 ? unlock.seconds(Math.ceil(minutes * 60)) : durationWords(Math.ceil(minutes)),
  )
}
