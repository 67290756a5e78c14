import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { listReader, readingLimits } from '#server/import/apart/list-reader.ts'
import { readList } from '#server/import/read-list.ts'
import { ImportCancelled, quietTask } from '#server/import/task/import-task.ts'
import { importContext } from '../../support/a-list.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const header = 'Løpenr;Navn;Født;Sone'
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, place) => `${place + 1};Hansen${place}, Kari;01.02.1940;Nord 1`,
  ).join('\n')

/**
 * The longest that this thread worked without coming to anybody else, in milliseconds of its own: what other programs
 * do on the machine does not count.
 */
async function longestStretch(work: Promise<unknown>): Promise<number> {
  let longest = 0
  const ended = work.then(
    () => 'ended',
    () => 'ended',
  )
  for (;;) {
    const before = process.threadCpuUsage()
    const first = await Promise.race([ended, wait(2, 'waiting')])
    const { user, system } = process.threadCpuUsage(before)
    longest = Math.max(longest, (user + system) / 1_000)
    if (first === 'ended') return longest
  }
}

describe('a list is read apart', () => {
  test('as it is read here', async () => {
    const bytes = encode(`${header}\n${rows(600)}\n;;;`)

    const read = await listReader(readingLimits)(bytes, importContext, quietTask())

    expect(read).toEqual(readList(bytes, importContext))
  })

  test('and refused as here', async () => {
    const read = await listReader(readingLimits)(encode('Hei'), importContext, quietTask())

    expect(read).toEqual({ ok: false, refusal: { kind: 'noTable' } })
  })

  test('beyond its time or its memory it is refused, and the next one is read', async () => {
    const large = encode(`${header}\n${rows(5_000)}`)
    const hasty = listReader({ megabytes: 500, seconds: 0.05 })
    const small = listReader({ megabytes: 16, seconds: 60 })

    expect(await hasty(large, importContext, quietTask())).toMatchObject({
      refusal: { kind: 'tooManyValues' },
    })
    expect(await small(large, importContext, quietTask())).toMatchObject({
      refusal: { kind: 'tooManyValues' },
    })
    expect(
      await listReader(readingLimits)(encode(`${header}\n${rows(1)}`), importContext, quietTask()),
    ).toMatchObject({
      ok: true,
    })
  })

  test('and tells how far it has come', async () => {
    const told: object[] = []
    const task = { ...quietTask(), report: (progress: object) => told.push(progress) }

    await listReader(readingLimits)(encode(`${header}\n${rows(1_200)}`), importContext, task)

    expect(told).toEqual([
      { step: 'waiting', done: 0, of: 1 },
      { step: 'reading', done: 0, of: 1 },
      { step: 'reading', done: 0, of: 1_200 },
      { step: 'reading', done: 500, of: 1_200 },
      { step: 'reading', done: 1_000, of: 1_200 },
    ])
  })

  test('until it is cancelled, and the next one is read', async () => {
    const read = listReader(readingLimits)
    const abort = new AbortController()
    const large = encode(`${header}\n${rows(40_000)}`)
    const cancelled = read(large, importContext, { ...quietTask(), signal: abort.signal })
    const next = read(encode(`${header}\n${rows(1)}`), importContext, quietTask())
    const queued = read(large, importContext, { ...quietTask(), signal: abort.signal })

    abort.abort()

    await expect(cancelled).rejects.toThrow(ImportCancelled)
    await expect(queued).rejects.toThrow(ImportCancelled)
    expect(await next).toMatchObject({ ok: true, value: { rows: 1 } })
  })

  test('one after the other', async () => {
    const read = listReader(readingLimits)

    const answers = await Promise.all(
      [1, 2, 3].map((count) =>
        read(encode(`${header}\n${rows(count)}`), importContext, quietTask()),
      ),
    )

    expect(answers.map((answer) => answer.ok && answer.value.rows)).toEqual([1, 2, 3])
  })
})

test.each([
  ['blank lines by the million', `${header}\n${'\n'.repeat(19_000_000)}`],
  ['a header of a million columns', `${header};${'a;'.repeat(1_000_000)}\n`],
  ['3 million empty entries', `{"resourceType":"Bundle","entry":[{}${',{}'.repeat(3_000_000)}]}`],
  ['5 million nested arrays', '['.repeat(5_000_000)],
  ['5 000 people', `${header}\n${rows(5_000)}`],
])('while %s are read, others are answered', async (_what, text) => {
  const bytes = encode(text)

  const reading = listReader(readingLimits)(bytes, importContext, quietTask())
  const stretch = await longestStretch(reading)

  await reading
  expect(stretch).toBeLessThan(100)
})
