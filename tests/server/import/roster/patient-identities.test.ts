import { expect, test } from 'vitest'
import { importBench, twelveRows } from '../../../support/import-bench.ts'

test('one who has a name alone, and that of somebody who left, does not become her', async () => {
  const bench = await importBench()
  const kari = 'Hansen, Kari;;;;;Nord 1;BST;'
  const idOfKari = async () =>
    (await bench.roster()).find(({ patient }) => patient.name.given === 'Kari')?.patient.id
  await bench.take([...twelveRows, kari])
  const left = await idOfKari()
  await bench.take(twelveRows)
  await bench.take([...twelveRows, kari])

  expect(left).toBeDefined()
  expect(await idOfKari()).toBeDefined()
  expect(await idOfKari()).not.toBe(left)
})
