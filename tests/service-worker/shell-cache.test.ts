import { expect, test } from 'vitest'
import { deleteOlderShells, shellCacheName } from '#service-worker/shell-cache.ts'

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

test('only older shells are deleted, and no cache that is not a shell', async () => {
  const deleted: string[] = []
  const caches = {
    keys: async () => ['beredt-shell-a1', 'beredt-shell-b2', 'packs'],
    delete: async (name: string) => {
      deleted.push(name)
      return true
    },
  }

  await deleteOlderShells(caches, 'beredt-shell-b2')

  expect(deleted).toEqual(['beredt-shell-a1'])
})
