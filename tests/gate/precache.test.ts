import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const built = join(import.meta.dirname, '../../dist')

function builtFiles(): string[] {
  return readdirSync(built, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(built, join(entry.parentPath, entry.name)))
}

test('the service worker keeps every file of the app but itself, also what is loaded later', () => {
  const worker = readFileSync(join(built, 'sw.js'), 'utf8')
  const kept = [...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url)

  const files = builtFiles()

  expect(files.length).toBeGreaterThan(40)
  expect(files.filter((file) => !kept.includes(file))).toEqual(['sw.js'])
  expect(kept.filter((file) => !files.includes(file))).toEqual([])
})
