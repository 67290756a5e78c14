import { expect, test } from 'vitest'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('axe finds nothing', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/lister')
  await expect.element(screen.getByRole('link', { name: /BST/ })).toBeVisible()

  expect(await axeFindings()).toEqual([])
})

test('what is typed finds a patient however it is spelled, and her row leads to her card', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/lister')

  await screen.getByRole('searchbox', { name: 'Søk etter bruker' }).fill('somby mar')
  await screen.getByRole('link', { name: /^Somby, Máret/ }).click()

  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Somby, Máret' }))
    .toBeVisible()
})

test('a list that was never fetched looks different from an empty one', async () => {
  const bench = await screenBench({ classes: [] })
  await bench.enrol()
  const screen = await bench.draw('/lister')

  await expect.element(screen.getByText('Ingen lister på telefonen')).toBeVisible()
})

test('every row of a list has its phone, named after whom it calls', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/lister/bst')

  const call = screen.getByRole('link', { name: /^Ring Somby, Máret, 900/ })
  await expect.element(call).toHaveAttribute('href', 'tel:+4790000117')
  expect(await axeFindings()).toEqual([])
})

test('without network the lists are as they were', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.server.stop()
  await bench.device.core().syncNow()
  const screen = await bench.draw('/lister')

  await expect.element(screen.getByText(/Uten nett siden/)).toBeVisible()
  await expect.element(screen.getByRole('link', { name: /BST/ })).toBeVisible()
})

test('the age on top is that of the lists, however lately they were fetched', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.passMinutes(9 * 24 * 60)
  await bench.device.core().syncNow()
  const screen = await bench.draw('/lister')

  const instruments = screen.getByLabelText('Tilstand for data og sending')
  await expect
    .element(instruments)
    .toHaveTextContent('Lister fra23.11. 16:08Ikke sendt0Ikke bekreftet0')
})

test('the next dose stands once, and the others of the day behind it', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/lister/vem')

  const row = screen.getByRole('listitem').filter({ hasText: 'Bjerke, Kari' })
  await expect
    .element(row)
    .toHaveTextContent('17:00om 52 minBjerke, Kariogså 08:00P3 · Solveien 123, 3. et. · bor alene')
})

test('a search without a hit names the only zone there is', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/lister')

  await screen.getByRole('searchbox', { name: 'Søk etter bruker' }).fill('xqzq')

  await expect.element(screen.getByText(/Søket går i Nord 2/)).toBeVisible()
})
