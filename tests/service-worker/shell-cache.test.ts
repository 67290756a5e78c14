import { expect, test } from 'vitest'
import { deleteUnusedShells, shellCacheName, storeShell } from '#service-worker/shell-cache.ts'

test('each version has a cache of its own, named after its index.html', () => {
  const entries = [
    { url: 'assets/index-1.js', revision: null },
    { url: 'index.html', revision: 'a1' },
  ]

  expect(shellCacheName(entries)).toBe('beredt-shell-a1')
})

test('a build without index.html is refused, for nothing could be opened from it', () => {
  expect(() => shellCacheName([{ url: 'assets/index-1.js', revision: null }])).toThrow(
    'not precached',
  )
})

/** A browser that holds three shells and something else, and tells what is deleted. */
function aBrowser({ successors = [false], allTabsRun = true } = {}) {
  const held = new Set(['beredt-shell-a1', 'beredt-shell-b2', 'beredt-shell-c3', 'packs'])
  const answers = [...successors]
  return {
    held,
    caches: {
      keys: async () => [...held],
      delete: async (name: string) => held.delete(name),
    },
    locks: navigator.locks,
    hasSuccessor: () => answers.shift() ?? successors.at(-1) ?? false,
    doAllTabsRun: async () => allTabsRun,
  }
}

const everything = ['beredt-shell-a1', 'beredt-shell-b2', 'beredt-shell-c3', 'packs']

test('when nobody needs another shell, all but its own are deleted, and no cache that is not a shell', async () => {
  const browser = aBrowser()

  await deleteUnusedShells(browser, 'beredt-shell-b2')

  expect([...browser.held]).toEqual(['beredt-shell-b2', 'packs'])
})

test.each([
  ['another version waits', { successors: [true] }],
  ['another version comes while the tabs are asked', { successors: [false, true] }],
  ['a tab runs another version', { allTabsRun: false }],
])('nothing is deleted while %s', async (_, around) => {
  const browser = aBrowser(around)

  await deleteUnusedShells(browser, 'beredt-shell-a1')

  expect([...browser.held]).toEqual(everything)
})

test('nothing is deleted while a shell is being stored', async () => {
  const browser = aBrowser()

  await storeShell(navigator.locks, () => deleteUnusedShells(browser, 'beredt-shell-a1'))

  expect([...browser.held]).toEqual(everything)
})

test('a shell is stored only when others have been deleted', async () => {
  const browser = aBrowser()
  const order: string[] = []
  const storing: Promise<void>[] = []
  const caches = {
    ...browser.caches,
    delete: async (name: string) => {
      storing.push(storeShell(navigator.locks, async () => order.push('stored')))
      await new Promise((resolve) => setTimeout(resolve, 20))
      return order.push(`deleted ${name}`) > 0
    },
  }

  await deleteUnusedShells({ ...browser, caches }, 'beredt-shell-a1')
  await Promise.all(storing)

  expect(order).toEqual(['deleted beredt-shell-b2', 'deleted beredt-shell-c3', 'stored', 'stored'])
})
