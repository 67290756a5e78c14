import { expect, test } from 'vitest'
import { refused } from '#domain/base/result.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('axe finds nothing, and without a number from the server there is no binder', async () => {
  const bench = await screenBench({
    role: 'sectionLeader',
    api: { readSession: () => Promise.resolve(refused({ kind: 'unreachable' } as const)) },
  })
  await bench.enrol()
  const screen = await bench.draw('/beredskapsperm')

  await screen.getByRole('button', { name: 'Lag permen for Nord 2' }).click()

  await expect.element(screen.getByText('Permen lot seg ikke lage')).toBeVisible()
  await expect.element(screen.getByText(/eksemplarnummer fra serveren\./)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Last ned PDF' }).query()).toBeNull()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('no binder is printed from a device that lacks the medication sheets', async () => {
  const bench = await screenBench({ role: 'sectionLeader', classes: ['critical', 'worklists'] })
  await bench.enrol()
  const screen = await bench.draw('/beredskapsperm')

  await screen.getByRole('button', { name: /^Lag permen for/ }).click()

  await expect.element(screen.getByText('Sonens lister er ikke på denne enheten')).toBeVisible()
})
