import { expect, test } from 'vitest'
import { startingTabs } from '#service-worker/starting-tabs.ts'

test('a tab whose start fails is started again, once', () => {
  const tabs = startingTabs()
  tabs.begin('a')
  expect(tabs.fail('a')).toBe(true)
  expect(tabs.takeFailure()).toBe(true)
  expect(tabs.fail('a')).toBe(false)
  expect(tabs.takeFailure()).toBe(false)
})

test('a tab that runs, and one that nobody knows, is left alone', () => {
  const tabs = startingTabs()
  tabs.begin('a')
  tabs.end('a')
  expect(tabs.fail('a')).toBe(false)
  expect(tabs.fail('b')).toBe(false)
  expect(tabs.takeFailure()).toBe(false)
})
