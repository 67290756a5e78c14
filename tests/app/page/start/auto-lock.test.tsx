import { expect, test } from 'vitest'
import { startAutoLock } from '#app/page/start/auto-lock.ts'

const minute = 60_000

/** How often the phone is locked when its clock has moved so far since it was touched. */
function locksAfter(milliseconds: number): number {
  let now = Date.UTC(2026, 10, 23, 11)
  let locks = 0
  const stop = startAutoLock({
    page: document,
    now: () => now,
    isUnlocked: () => true,
    lock() {
      locks++
      return Promise.resolve()
    },
  })
  now += milliseconds
  document.dispatchEvent(new Event('visibilitychange'))
  stop()
  return locks
}

test('a phone that wakes after five minutes is locked, and one that was just touched is not', () => {
  expect([locksAfter(6 * minute), locksAfter(4 * minute)]).toEqual([1, 0])
})

test('a clock that is set a day forward or back leaves nothing open', () => {
  expect([locksAfter(24 * 60 * minute), locksAfter(-24 * 60 * minute)]).toEqual([1, 1])
})

test('a clock that is set right by some seconds locks nobody out', () => {
  expect(locksAfter(-5_000)).toBe(0)
})
