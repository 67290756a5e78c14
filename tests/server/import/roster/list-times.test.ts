import { expect, test } from 'vitest'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { takeImport } from '#server/import/roster/import-lists.ts'
import { restoreImport } from '#server/import/roster/restore-import.ts'
import { noon } from '../../../support/a-patient.ts'
import {
  type ImportBench,
  importBench,
  listHeader,
  nord,
  testby,
  twelveRows,
} from '../../../support/import-bench.ts'

const week = (number: number): Instant => plusMinutes(noon, number * 7 * 24 * 60)

/** Takes a list in as if it were that week. */
async function takeIn(bench: ImportBench, number: number, rows: readonly string[]): Promise<void> {
  const sources = { ...bench.services.sources, now: () => week(number) }
  const taken = await takeImport({ ...bench.services, sources }, bench.request(rows), {
    preview: null,
    accept: { newZones: 'asked', shrink: 'asked', columns: 'asked' },
  })
  if (!taken.ok || taken.value.refusal !== null) throw new Error('The list was not taken in.')
}

/** Undoes the newest import that holds. */
async function restore(bench: ImportBench): ReturnType<typeof restoreImport> {
  const section = { municipality: testby, section: nord, importer: null }
  const newest = await bench.owner
    .selectFrom('importRun')
    .select('runId')
    .where('restoredAt', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  return await restoreImport(bench.services, section, newest.runId)
}

/** Each patient's age by her family name. */
async function agesOf(bench: ImportBench): Promise<Record<string, Instant>> {
  const roster = await bench.roster()
  return Object.fromEntries(
    roster.map(({ patient }) => [patient.name.family.replace('Bruker', ''), patient.asOf]),
  )
}

async function headsOf({ owner }: ImportBench): Promise<Record<string, number>> {
  const rows = await owner.selectFrom('stream').select(['streamId', 'seq']).execute()
  return Object.fromEntries(
    rows.map(({ streamId, seq }) => [streamId.replace('testby/real/', ''), seq]),
  )
}

const turned = twelveRows.toReversed()
const allAt = (age: Instant) =>
  Object.fromEntries(twelveRows.map((_, place) => [String(place + 1).padStart(2, '0'), age]))

test('a list that changes nothing writes its time, one document for each zone', async () => {
  const bench = await importBench()
  await takeIn(bench, 1, twelveRows)
  const before = await headsOf(bench)

  await takeIn(bench, 2, turned)

  expect(await headsOf(bench)).toEqual({
    ...before,
    'nord-1/critical': (before['nord-1/critical'] ?? 0) + 1,
    'nord-2/critical': (before['nord-2/critical'] ?? 0) + 1,
  })
  expect(await agesOf(bench)).toEqual(allAt(week(2)))
})

test('a patient whose line is torn stays as old as she was, until a list has her again', async () => {
  const bench = await importBench()
  const torn = [...twelveRows.slice(0, 11), 'Bruker12, Test;;12.01']
  await takeIn(bench, 1, twelveRows)

  await takeIn(bench, 2, torn)
  const kept = await agesOf(bench)
  await takeIn(bench, 3, torn.toReversed())
  const keptAgain = await agesOf(bench)
  await takeIn(bench, 4, turned)

  expect(kept).toEqual({ ...allAt(week(2)), 12: week(1) })
  expect(keptAgain).toEqual({ ...allAt(week(3)), 12: week(1) })
  expect(await agesOf(bench)).toEqual(allAt(week(4)))
})

test('a zone that a list does not have stays as old as it was', async () => {
  const bench = await importBench()
  await takeIn(bench, 1, twelveRows)

  await takeIn(
    bench,
    2,
    twelveRows.filter((row) => row.includes('Nord 1')),
  )

  const ages = (await bench.roster()).map(({ patient }) => [patient.zone, patient.asOf])
  expect(new Set(ages.map((each) => each.join(' ')))).toEqual(
    new Set([`nord-1 ${week(2)}`, `nord-2 ${week(1)}`]),
  )
})

test('a patient who moves to a zone of the list leaves the others of her old zone as they were', async () => {
  const bench = await importBench()
  await takeIn(bench, 1, twelveRows)
  const first = twelveRows[0] ?? ''
  const ofNord2 = twelveRows.filter((row) => row.includes('Nord 2'))

  await takeIn(bench, 2, [...ofNord2, first.replace('Nord 1', 'Nord 2')])
  const moved = await agesOf(bench)
  await restore(bench)

  expect(moved).toMatchObject({ '01': week(2), '02': week(2), '03': week(1), '11': week(1) })
  expect(await agesOf(bench)).toEqual(allAt(week(1)))
})

test('a list that is put back is as old as it was, and so is a patient whom it did not have', async () => {
  const bench = await importBench()
  const torn = [...twelveRows.slice(0, 11), 'Bruker12, Test;;12.01']
  await takeIn(bench, 1, twelveRows)
  await takeIn(bench, 2, torn)
  const before = await bench.roster()
  await takeIn(bench, 3, turned)

  const restored = await restore(bench)
  const after = await bench.roster()
  const earlier = await restore(bench)

  expect(restored).toMatchObject({ ok: true, value: { people: 12 } })
  expect(after).toEqual(before)
  expect(earlier).toMatchObject({ ok: true, value: { people: 12 } })
  expect(await agesOf(bench)).toEqual(allAt(week(1)))
  expect(await restore(bench)).toMatchObject({ ok: false, refusal: { kind: 'nothingToRestore' } })
})

test('a list without medicines makes no medication sheet look fresher', async () => {
  const bench = await importBench()
  await takeIn(bench, 1, twelveRows)

  await takeIn(bench, 2, turned)

  const ages = (await bench.roster()).map(({ details }) => details.asOf)
  expect(listHeader).not.toContain('Legemidler')
  expect(new Set(ages)).toEqual(new Set([week(1)]))
})

test('what an import replaced is kept of those who changed, for the four newest', async () => {
  const bench = await importBench()
  await takeIn(bench, 1, twelveRows)
  for (let number = 2; number <= 7; number++) {
    const [first = '', ...rest] = twelveRows
    await takeIn(bench, number, [`${first}Penicillin ${number}`, ...rest])
  }

  const rows = await bench.owner.selectFrom('importChange').select('runId').execute()
  expect(rows).toHaveLength(4)
  expect(new Set(rows.map(({ runId }) => runId)).size).toBe(4)
})

test('a list further back than what is kept is not put back', async () => {
  const bench = await importBench()
  const [first = '', ...rest] = twelveRows
  for (let number = 1; number <= 6; number++) {
    await takeIn(bench, number, [`${first}Penicillin ${number}`, ...rest])
  }
  for (let number = 6; number >= 3; number--) {
    expect(await restore(bench)).toMatchObject({ ok: true })
  }
  const before = await bench.roster()

  const restored = await restore(bench)

  expect(restored).toMatchObject({ ok: false, refusal: { kind: 'nothingToRestore' } })
  expect(await bench.roster()).toEqual(before)
  expect(await agesOf(bench)).toEqual(allAt(week(2)))
})
