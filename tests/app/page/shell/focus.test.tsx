import { expect, test } from 'vitest'
import { screenBench } from '../../../support/screen-bench.tsx'

test('whoever opens a screen is at its heading', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/')
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Nå' })).toHaveFocus()

  await screen.getByRole('navigation').getByRole('link', { name: 'Lister' }).first().click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Lister' })).toHaveFocus()
})

test('after a refusal she is in the first field that is wrong', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/klargjor')
  const label = screen.getByRole('textbox', { name: /^Hva heter/ })
  await expect.element(label).toBeVisible()

  await screen.getByRole('button', { name: 'Lag koden' }).click()

  await expect.element(label).toHaveFocus()
})

test('the line of the network reads out what has happened, and no time', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/')
  await expect.element(screen.getByRole('banner').getByText(/^Alt er sendt/)).toBeVisible()

  const spoken = screen.getByRole('banner').getByRole('status')

  await expect.element(spoken).toHaveTextContent('På nett. Alt signert er bekreftet')
})
