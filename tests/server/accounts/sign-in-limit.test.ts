import { expect, test } from 'vitest'
import { Instant, plusMinutes } from '#domain/time/instant.ts'
import { type SignInLimit, waitSeconds, withFailure } from '#server/accounts/sign-in-limit.ts'

const noon = Instant.parse('2026-11-23T11:00:00.000Z')
const limit: SignInLimit = {
  freeFailures: 3,
  firstWaitSeconds: 10,
  maxWaitSeconds: 60,
  forgottenAfterSeconds: 600,
}

test.each([
  [0, 0],
  [2, 0],
  [3, 10],
  [4, 20],
  [5, 40],
  [6, 60],
  [1000, 60],
])('after %i failures one waits %i s', (failures, seconds) => {
  expect(waitSeconds({ failures, lastFailureAt: noon }, noon, limit)).toBe(seconds)
})

test('the wait runs from the last failure', () => {
  const past = { failures: 6, lastFailureAt: noon }

  expect(waitSeconds(past, plusMinutes(noon, 0.5), limit)).toBe(30)
  expect(waitSeconds(past, plusMinutes(noon, 1), limit)).toBe(0)
})

test('failures are counted on until they are forgotten', () => {
  const past = { failures: 6, lastFailureAt: noon }
  const soon = plusMinutes(noon, 10)
  const later = plusMinutes(noon, 11)

  expect(withFailure(null, noon, limit)).toEqual({ failures: 1, lastFailureAt: noon })
  expect(withFailure(past, soon, limit)).toEqual({ failures: 7, lastFailureAt: soon })
  expect(withFailure(past, later, limit)).toEqual({ failures: 1, lastFailureAt: later })
})
