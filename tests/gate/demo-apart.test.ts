import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoSeed } from '#demo/demo-seed.ts'
import { layers } from '../../oxlint.config.ts'

const root = join(import.meta.dirname, '../..')

/** The names and the passwords that everybody knows. */
const traces = demoSeed.accounts.flatMap(({ name, password }) => [name, password])

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function tracesIn(files: Iterable<string>): string[] {
  return [...files].filter((file) => {
    const text = readFileSync(file, 'utf8')
    return traces.some((trace) => text.includes(trace))
  })
}

/** Every file of ours that the given ones reach: by import, or as the address of a worker. */
function reachedFrom(entries: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, path = ''] of text.matchAll(/'((?:#|\.\.?\/)[^'\s?]+\.tsx?)(?:\?[^']*)?'/g)) {
      const found = path.startsWith('#')
        ? join(root, 'src', path.slice(1))
        : resolve(dirname(file), path)
      if (existsSync(found)) waiting.push(found)
    }
  }
  return reached
}

describe('nothing of the demo', () => {
  test('is in what the server is made of', () => {
    const migrations = filesBelow(join(root, 'src/server/database/migrations'))

    const files = reachedFrom([join(root, 'src/server/main.ts'), ...migrations])

    expect(files.size).toBeGreaterThan(150)
    expect([...files].filter((file) => file.includes('/src/demo/'))).toEqual([])
    expect(tracesIn(files)).toEqual([])
  })

  test('is in the built app', () => {
    const files = filesBelow(join(root, 'dist')).filter((file) => /\.(?:html|js|json)$/.test(file))

    expect(files.length).toBeGreaterThan(10)
    expect(tracesIn(files)).toEqual([])
  })

  test('is in any other layer', () => {
    const files = filesBelow(join(root, 'src')).filter((file) => !file.includes('/src/demo/'))

    expect(tracesIn(files)).toEqual([])
  })
})

test('the search finds the demo where it is', () => {
  const files = reachedFrom([join(root, 'scripts/start.ts')])

  expect(tracesIn(files)).toContain(join(root, 'src/demo/demo-employees.ts'))
})

test('no layer may import the demo', () => {
  const allowed = Object.values(layers).flatMap(({ mayImport }): readonly string[] => mayImport)

  expect(allowed).not.toContain('demo')
})
