import { expect, test } from 'vitest'
import { minutesToWait } from '#app/page/code-parts/refusal-words.ts'
import { Instant, plusMinutes } from '#domain/time/instant.ts'

const noon = Instant.parse('2026-11-23T11:00:00.000Z')
const after = (minutes: number) => ({ nextTryAt: plusMinutes(noon, minutes) })

test('the longest wait is ten minutes, and is counted down', () => {
  expect(minutesToWait(after(10), null, noon)).toBe(10)
  expect(minutesToWait(after(10), null, plusMinutes(noon, 4))).toBe(6)
  expect(minutesToWait(after(10), null, plusMinutes(noon, 11))).toBe(0)
})

test('a wait of 1095 days is one of a clock that was set since, and keeps nobody out', () => {
  expect(minutesToWait(after(1095 * 24 * 60), null, noon)).toBe(0)
})

test('what the vault says when a code is tried counts instead', () => {
  const refusal = { kind: 'tooSoon', ...after(5) }

  expect(minutesToWait(after(1095 * 24 * 60), refusal, noon)).toBe(5)
})
