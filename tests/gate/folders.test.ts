import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

type SourceFile = { path: string; text: string }

async function listSources(base: string): Promise<SourceFile[]> {
  const entries = await readdir(join(base, 'src'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return { path: relative(base, path), text: await readFile(path, 'utf8') }
    }),
  )
}

/** What a file imports of ours, types and addresses of workers too. */
function importsOf({ path, text }: SourceFile): string[] {
  const named = text.matchAll(/(?:\bfrom|\bimport\(?)\s*'((?:\.\.?\/|#)[^'?]+)[^']*'/g)
  return Array.from(named, ([, name = '']) =>
    name.startsWith('#') ? `src/${name.slice(1)}` : join(dirname(path), name),
  )
}

/** Folders that reach each other, in sorted groups; a folder is a directory, and those below it are others. */
function circlesOf(files: readonly SourceFile[]): string[][] {
  const next = new Map<string, Set<string>>()
  for (const file of files) {
    const folder = dirname(file.path)
    const others = next.get(folder) ?? new Set()
    for (const target of importsOf(file)) {
      if (dirname(target) !== folder) others.add(dirname(target))
    }
    next.set(folder, others)
  }
  const reachedByFolder = new Map(
    Array.from(next.keys(), (folder) => [folder, reachedFrom(folder, next)]),
  )
  const circles = Array.from(reachedByFolder, ([folder, reached]) =>
    [...reached].filter((other) => reachedByFolder.get(other)?.has(folder)).toSorted(),
  )
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()].filter(
    (circle) => circle.length > 0,
  )
}

function reachedFrom(folder: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const waiting = [...(next.get(folder) ?? [])]
  for (let other = waiting.pop(); other !== undefined; other = waiting.pop()) {
    if (reached.has(other)) continue
    reached.add(other)
    waiting.push(...(next.get(other) ?? []))
  }
  return reached
}

test('no circle joins folders', async () => {
  const files = await listSources(root)

  const circles = circlesOf(files)

  expect(files.length).toBeGreaterThan(400)
  expect(circles).toEqual([])
})

test('a circle is noticed, of types alone, by name and by path, also over a third folder', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'beredt-folders-'))
  const texts = {
    'src/upper/a.ts': "import type { B } from '#middle/b.ts'\n",
    'src/middle/b.ts': "import {\n  type C,\n} from '../lower/room/c.ts'\n",
    'src/lower/room/c.ts': "export const later = () => import('../../upper/a.ts')\n",
    'src/upper/room/d.ts': "import '../a.ts'\n",
  }
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await writeFile(join(copy, path), text)
  }

  const circles = circlesOf(await listSources(copy))

  await rm(copy, { recursive: true })
  expect(circles).toEqual([['src/lower/room', 'src/middle', 'src/upper']])
})

test('no folder has more than 25 source files', async () => {
  const counts = new Map<string, number>()
  for (const { path } of await listSources(root)) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  }

  const crowded = [...counts].filter(([, count]) => count > 25)

  expect(crowded.map(([folder]) => folder)).toEqual([])
})

test('half of all files have at most 50 lines, and none has more than 300', async () => {
  const files = await listSources(root)

  const lengths = files.map(({ path, text }) => ({
    path,
    lines: text.trimEnd().split('\n').length,
  }))

  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(50)
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
})
