import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../../src')

/** Where code of ours calls what would take data or the app itself off a phone. */
function placesOf(pattern: RegExp): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => pattern.test(readFileSync(join(source, path), 'utf8')))
    .map((path) => relative('.', path))
}

test('no code removes the service worker, which may be the only copy of the app', () => {
  expect(placesOf(/\bunregister\(/)).toEqual([])
})

test('caches are deleted in one place, which keeps the shell that runs', () => {
  expect(placesOf(/\bcaches\.delete\(/)).toEqual([join('service-worker', 'shell-cache.ts')])
})

test('no code deletes a database, and no answer asks a browser to clear its data', () => {
  expect(placesOf(/deleteDatabase|\bdatabase\.delete\(|Dexie\.delete\(/)).toEqual([])
  expect(placesOf(/clear-site-data/i)).toEqual([])
})

test('entries are never deleted, and drafts only when they are signed or discarded', () => {
  expect(
    placesOf(/\bentries\.(?:delete|clear|bulkDelete)\(|\.entries\.where\([^)]*\)\.delete/),
  ).toEqual([])
  expect(placesOf(/\bdrafts\.(?:delete|clear|bulkDelete)\(/)).toEqual([
    join('storage', 'outbox', 'dexie-draft-repository.ts'),
    join('storage', 'outbox', 'dexie-entry-repository.ts'),
  ])
})
