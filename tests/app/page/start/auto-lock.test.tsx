import { expect, onTestFinished, test, vi } from 'vitest'
import { startAutoLock } from '#app/page/start/auto-lock.ts'
import { sharedPresence } from '#app/page/start/presence.ts'

const minute = 60_000

/** How often the phone is locked when its clock has moved so far since it was touched. */
function locksAfter(milliseconds: number): number {
  sessionStorage.clear()
  let now = Date.UTC(2026, 10, 23, 11)
  let locks = 0
  const stop = startAutoLock({
    page: document,
    now: () => now,
    isUnlocked: () => true,
    isWiped: () => false,
    presence: sharedPresence(sessionStorage, () => now),
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

/** A tab of its own document; all tabs share the browser's storage. */
function aTab({ isUnlocked = true, isWiped = false } = {}) {
  const page = document.implementation.createHTMLDocument()
  const tab = { locks: 0, isUnlocked }
  const stop = startAutoLock({
    page,
    now: () => Date.now(),
    isUnlocked: () => tab.isUnlocked,
    isWiped: () => isWiped,
    presence: sharedPresence(sessionStorage, () => Date.now()),
    lock() {
      tab.locks++
      tab.isUnlocked = false
      return Promise.resolve()
    },
  })
  onTestFinished(stop)
  return {
    locks: () => tab.locks,
    touch: () => page.dispatchEvent(new Event('pointerdown')),
    call() {
      page.body.innerHTML = '<a href="tel:+4790000117"><svg></svg></a>'
      page.querySelector('svg')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    },
    turnTo(value: 'hidden' | 'visible') {
      Object.defineProperty(page, 'visibilityState', { value, configurable: true })
      page.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

function withHandMovedTime(): void {
  sessionStorage.clear()
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test('whoever works in one tab is not locked out by another that lies behind it', () => {
  withHandMovedTime()
  const [behind, front] = [aTab(), aTab()]
  behind.turnTo('hidden')
  front.turnTo('visible')

  for (let passed = 0; passed < 12; passed++) {
    front.touch()
    vi.advanceTimersByTime(minute)
  }
  behind.turnTo('visible')

  expect([behind.locks(), front.locks()]).toEqual([0, 0])
})

test('when no tab is in front for a minute, or none is touched for five, they lock', () => {
  withHandMovedTime()
  const [one, other] = [aTab(), aTab()]
  for (const tab of [one, other]) tab.turnTo('hidden')
  vi.advanceTimersByTime(1.2 * minute)
  expect([one.locks(), other.locks()]).toEqual([1, 1])

  const left = aTab()
  left.turnTo('visible')
  vi.advanceTimersByTime(5.2 * minute)
  expect(left.locks()).toBe(1)
})

test('a tab at its lock screen keeps no other open', () => {
  withHandMovedTime()
  const [behind, locked] = [aTab(), aTab({ isUnlocked: false })]
  locked.turnTo('visible')
  behind.turnTo('hidden')

  locked.touch()
  vi.advanceTimersByTime(1.2 * minute)

  expect(behind.locks()).toBe(1)
})

test('a call from the app keeps it open behind the call, and the tab beside it too', () => {
  withHandMovedTime()
  const [calling, beside] = [aTab(), aTab()]
  beside.turnTo('hidden')
  calling.call()
  calling.turnTo('hidden')

  vi.advanceTimersByTime(9 * minute)
  calling.turnTo('visible')
  vi.advanceTimersByTime(4 * minute)

  expect([calling.locks(), beside.locks()]).toEqual([0, 0])
})

test('a call holds the lock off for ten minutes, not longer', () => {
  withHandMovedTime()
  const phone = aTab()
  phone.call()
  phone.turnTo('hidden')

  vi.advanceTimersByTime(10.2 * minute)

  expect(phone.locks()).toBe(1)
})

test('after the call the app locks as before', () => {
  withHandMovedTime()
  const phone = aTab()
  phone.call()
  phone.turnTo('hidden')
  vi.advanceTimersByTime(2 * minute)
  phone.turnTo('visible')
  phone.turnTo('hidden')

  vi.advanceTimersByTime(1.2 * minute)

  expect(phone.locks()).toBe(1)
})

test('a press on something else than a number keeps nothing open', () => {
  withHandMovedTime()
  const phone = aTab()
  phone.touch()
  phone.turnTo('hidden')

  vi.advanceTimersByTime(1.2 * minute)

  expect(phone.locks()).toBe(1)
})

test('without shared storage each tab counts for itself', () => {
  let now = 0
  const full = {
    getItem: () => null,
    setItem() {
      throw new DOMException('As if the disk were full.', 'QuotaExceededError')
    },
  }
  const presence = sharedPresence(full, () => now)

  presence.touch()
  now = minute

  expect(presence.millisecondsSinceTouch()).toBe(minute)
})

test('what is typed stays for ten minutes where the browser has deleted all else, and no longer', () => {
  withHandMovedTime()
  const wiped = aTab({ isWiped: true })
  wiped.turnTo('hidden')

  vi.advanceTimersByTime(9 * minute)
  const meanwhile = wiped.locks()
  vi.advanceTimersByTime(2 * minute)

  expect([meanwhile, wiped.locks()]).toEqual([0, 1])
})
