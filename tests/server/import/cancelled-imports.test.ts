import { describe, expect, test } from 'vitest'
import { takeImport } from '#server/import/roster/import-lists.ts'
import {
  ImportCancelled,
  type ImportTask,
  type StepProgress,
} from '#server/import/task/import-task.ts'
import { mapInTurns } from '#server/import/task/work-in-turns.ts'
import { importBench, twelveRows } from '../../support/import-bench.ts'

const all = { newZones: 'accepted', shrink: 'accepted', columns: 'accepted' } as const

/** A task that is cancelled as soon as it reports what `when` says. */
function cancelledAt(when: (progress: StepProgress) => boolean): ImportTask {
  const abort = new AbortController()
  return {
    signal: abort.signal,
    report(progress) {
      if (when(progress)) abort.abort()
    },
  }
}

test('an import that is cancelled while it is written leaves the list that stood', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const before = await bench.roster()
  const later = twelveRows.map((row) => row.replace('Gata', 'Soletunet'))
  const task = cancelledAt(({ step, done }) => step === 'writing' && done > 0)

  const taking = takeImport(
    bench.services,
    bench.request(later),
    { preview: null, accept: all },
    task,
  )

  await expect(taking).rejects.toThrow(ImportCancelled)
  expect(await bench.roster()).toEqual(before)
  expect((await bench.take(later)).plan.changed).toHaveLength(12)
})

/** Two milliseconds of work. */
function busy(place: number): number {
  const until = performance.now() + 2
  while (performance.now() < until);
  return place * 2
}

describe('long work', () => {
  const items = Array.from({ length: 60 }, (_, place) => place)

  test('lets others be served in between, and tells how far it has come', async () => {
    const told: StepProgress[] = []
    const task = {
      signal: new AbortController().signal,
      report: (one: StepProgress) => told.push(one),
    }
    let served = 0
    const timer = setInterval(() => (served += 1), 1)

    const made = await mapInTurns(task, 'comparing', items, busy)

    clearInterval(timer)
    expect(made).toEqual(items.map((place) => place * 2))
    expect(served).toBeGreaterThan(3)
    expect(told[0]).toMatchObject({ step: 'comparing', of: 60 })
  })

  test('ends soon after it is cancelled', async () => {
    const done: number[] = []
    const task = cancelledAt(() => true)

    const work = mapInTurns(task, 'comparing', items, (place) => done.push(busy(place)))

    await expect(work).rejects.toThrow(ImportCancelled)
    expect(done.length).toBeLessThan(20)
  })
})
