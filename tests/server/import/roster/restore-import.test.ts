import { expect, test } from 'vitest'
import { ImportRunId } from '#domain/base/ids.ts'
import { importBench, twelveRows } from '../../../support/import-bench.ts'

test('the list before can be put back, and the first list ever stays', async () => {
  const bench = await importBench()
  const { run: firstRun } = await bench.take(twelveRows)
  const first = await bench.roster()
  const { run } = await bench.take([
    ...twelveRows.slice(1, 11),
    'Bruker12, Test;;12.01.1940;Nytt sted 1;;Nord 1;BST;Penicillin',
    'Ny, Bruker;;01.01.1950;Gata 1;;Nord 2;TRY;',
  ])

  const restored = await bench.restore(run)
  const again = await bench.restore(firstRun)

  expect(restored).toMatchObject({ ok: true, value: { fileName: 'uke48.csv', people: 12 } })
  expect(await bench.roster()).toEqual(first)
  expect(again).toEqual({ ok: false, refusal: { kind: 'nothingToRestore' } })
})

/** Three weeks' lists, each with one person fewer. */
async function threeWeeks() {
  const bench = await importBench()
  const weeks = []
  for (const count of [12, 11, 10]) {
    const { run } = await bench.take(twelveRows.slice(0, count))
    weeks.push({ run, roster: await bench.roster() })
  }
  const [first, second, third] = weeks
  if (first === undefined || second === undefined || third === undefined) throw new Error('Weeks')
  return { bench, first, second, third }
}

test('an import that is undone twice is undone once, and answered alike both times', async () => {
  const { bench, second, third } = await threeWeeks()

  const answers = [await bench.restore(third.run), await bench.restore(third.run)]

  const restored = { ok: true, value: { fileName: 'uke48.csv', people: 11 } }
  expect(answers).toEqual([restored, restored])
  expect(await bench.roster()).toEqual(second.roster)
})

test('two requests at once undo an import once', async () => {
  const { bench, second, third } = await threeWeeks()

  const answers = await Promise.all([bench.restore(third.run), bench.restore(third.run)])

  expect(answers[0]).toEqual(answers[1])
  expect(await bench.roster()).toEqual(second.roster)
})

test('week after week can be undone, each by its own import', async () => {
  const { bench, first, second, third } = await threeWeeks()
  await bench.restore(third.run)

  const restored = await bench.restore(second.run)
  const repeated = await bench.restore(second.run)

  expect(restored).toEqual({ ok: true, value: { fileName: 'uke48.csv', people: 12 } })
  expect(repeated).toEqual(restored)
  expect(await bench.roster()).toEqual(first.roster)
})

test('an import that is no longer the newest is not undone, undone before or not', async () => {
  const { bench, second, third } = await threeWeeks()
  const older = await bench.restore(second.run)
  const untouched = await bench.roster()
  await bench.restore(third.run)
  await bench.take(twelveRows)

  const late = await bench.restore(third.run)

  const refusal = { ok: false, refusal: { kind: 'newerImport' } }
  expect([older, late]).toEqual([refusal, refusal])
  expect(untouched).toEqual(third.roster)
  expect(await bench.roster()).toHaveLength(12)
})

test('an import that nobody made puts nothing back', async () => {
  const { bench, third } = await threeWeeks()

  const restored = await bench.restore(ImportRunId.parse('00000000-0000-4000-8000-000000000000'))

  expect(restored).toEqual({ ok: false, refusal: { kind: 'nothingToRestore' } })
  expect(await bench.roster()).toEqual(third.roster)
})

test('the same list once more is the import that it was, and can be undone as that', async () => {
  const { bench, second, third } = await threeWeeks()
  const { run } = await bench.take(twelveRows.slice(0, 10))

  await bench.restore(run)

  expect(run).toBe(third.run)
  expect(await bench.roster()).toEqual(second.roster)
})

test('what is not kept any more is not put back, not even the times of its lists', async () => {
  const bench = await importBench()
  const runs = []
  for (const count of [12, 11, 10, 9, 8, 7]) {
    runs.push(
      (await bench.take(twelveRows.slice(0, count), { shrink: 'accepted', columns: 'asked' })).run,
    )
  }
  const [, second, ...newer] = runs
  for (const run of newer.toReversed()) await bench.restore(run)
  const before = await bench.roster()

  const restored = await bench.restore(second ?? null)

  expect(restored).toEqual({ ok: false, refusal: { kind: 'nothingToRestore' } })
  expect(await bench.roster()).toEqual(before)
})
