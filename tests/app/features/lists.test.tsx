import { expect, test } from 'vitest'
import { axeFindings } from '../../support/axe.ts'
import { screenBench } from '../../support/screen-bench.tsx'

test('axe finds nothing on the lists', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/lister')
  await expect.element(screen.getByRole('link', { name: /BST/ })).toBeVisible()

  expect(await axeFindings()).toEqual([])
})

test('what is typed finds a patient, and her row leads to her card', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/lister')

  await screen.getByRole('searchbox', { name: 'Søk etter bruker' }).fill('som')

  await expect.element(screen.getByText(/treff/)).toBeVisible()
})
