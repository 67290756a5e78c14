import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeImport } from '#server/import/roster/import-lists.ts'
import { importBench, type ImportBench } from '../../../support/import-bench.ts'

/** Takes one of the lists in `tests/data/import-cases`, and answers what became of whom. */
async function take(bench: ImportBench, file: string, newZones: 'asked' | 'accepted' = 'asked') {
  const bytes = readFileSync(join(import.meta.dirname, '../../../data/import-cases', file))
  const taken = await takeImport(
    bench.services,
    { ...bench.request([], file), bytes },
    { preview: null, accept: { newZones, shrink: 'accepted', columns: 'asked' } },
  )
  if (!taken.ok) return { refusal: taken.refusal }
  const { plan, refusal } = taken.value
  const [added, gone, unchanged] = [plan.added.length, plan.gone.length, plan.unchanged.length]
  return { added, gone, changed: plan.changed.length, unchanged, refusal }
}

test.each([
  ['E01-w1.csv', 'E01-w2.csv'],
  ['C77-rownumber-id-w1.csv', 'C77-rownumber-id-w2.csv'],
])('%s, then %s: line numbers make nobody somebody else', async (first, second) => {
  const bench = await importBench()
  await take(bench, first)
  const before = await bench.roster()

  const answer = await take(bench, second)

  const after = await bench.roster()
  expect(answer).toMatchObject({ added: 1, gone: 0, refusal: null })
  for (const { patient } of before) {
    const same = after.find((one) => one.patient.id === patient.id)
    expect(same?.patient.name).toEqual(patient.name)
    expect(same?.patient.critical).toEqual(patient.critical)
  }
})

test('å in two parts one week and in one the next is the same å', async () => {
  const bench = await importBench()
  await take(bench, 'C14-combining.csv', 'accepted')

  expect(await take(bench, 'D11-second-run-precomposed.csv')).toMatchObject({
    added: 0,
    gone: 0,
    changed: 0,
    unchanged: 3,
  })
})

test('whoever stands in a torn line stays', async () => {
  const bench = await importBench()
  await take(bench, 'D13-week1.csv')
  await take(bench, 'D13-week2-torn.csv')

  expect((await bench.roster()).map(({ patient }) => patient.name.family)).toEqual(['Bø', 'Åsen'])
})

test.each([
  ['C22-header-only.csv', { kind: 'noPeople' }],
  ['F27-empty-bundle.json', { kind: 'noPeople' }],
  ['F45-noname-lmdi.json', { kind: 'noPeople' }],
  ['C68-crossing-sections.csv', { kind: 'foreignZones', zones: ['Sør 1'] }],
  ['C88-zone-number.csv', { kind: 'newZones', zones: ['1', '2'] }],
  ['C42-zone-spelling.csv', { kind: 'newZones', zones: ['Nord 01', 'Hjemmetjenesten Nord 1'] }],
])('%s is refused', async (file, refusal) => {
  expect(await take(await importBench(), file)).toMatchObject({ refusal })
})
