import { expect, test } from 'vitest'
import { judgeSpeed } from './judge-speed.ts'

test('a pull that is quick under the attack is quick, on a busy machine too', () => {
  expect(judgeSpeed({ quiet: [10, 12], crowded: 150 })).toBe('kept')
  expect(judgeSpeed({ quiet: [199, 320], crowded: 450 })).toBe('kept')
})

test('half a second is too long where pulls are quick before and after', () => {
  expect(judgeSpeed({ quiet: [40, 30], crowded: 500 })).toBe('broken')
})

test('more than twenty times as long is too long, though it is less than half a second', () => {
  expect(judgeSpeed({ quiet: [8, 9], crowded: 161 })).toBe('broken')
  expect(judgeSpeed({ quiet: [8, 9], crowded: 160 })).toBe('kept')
})

test('a slow pull tells nothing where pulls are slow before or after', () => {
  expect(judgeSpeed({ quiet: [40, 51], crowded: 700 })).toBe('unknown')
  expect(judgeSpeed({ quiet: [51, 40], crowded: 700 })).toBe('unknown')
})
