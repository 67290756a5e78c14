import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { importContext } from '../../support/a-list.ts'
import { listAnswer } from '../../support/list-answer.ts'
import { readList } from '#server/import/read-list.ts'

const folder = join(import.meta.dirname, '../../data/import-cases')
const Case = z.object({
  case: z.string(),
  file: z.optional(z.string()),
  kind: z.string(),
  expected: z.string(),
})

const cases = ['wrong-at-6038213.json', 'right-at-6038213.json'].flatMap((list) =>
  z.array(Case).parse(readJson(list)),
)
const filed = cases.flatMap(({ file, ...rest }) => (file === undefined ? [] : [{ file, ...rest }]))
const answers = z.record(z.string(), z.unknown()).parse(readJson('answers.json'))

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

describe.each(filed)('$kind, $file: $expected', ({ file }) => {
  const bytes = readFileSync(join(folder, file))

  test('is read so', () => {
    expect(listAnswer(bytes)).toEqual(answers[file])
  })

  test('every row is a person, merged, skipped or told of', () => {
    const read = readList(bytes, importContext)
    const { rows, people, merged, unreadable, skipped } = read.ok
      ? read.value
      : { rows: 0, people: [], merged: 0, unreadable: [], skipped: [] }

    expect(people.length + merged + unreadable.length + skipped.length).toBe(rows)
  })
})
