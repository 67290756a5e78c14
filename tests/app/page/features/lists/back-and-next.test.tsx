import { expect, test } from 'vitest'
import { screenBench } from '../../../../support/screen-bench.tsx'

const zones = ['nord-1', 'nord-2']

test('a card that was opened from a list leads to the next one on it, and back', async () => {
  const bench = await screenBench({ zones })
  await bench.enrol()
  const screen = await bench.draw('/lister/bst?sone=nord-2')
  const rows = screen.getByRole('link').filter({ hasText: /Solbakken|Somby/ })
  await expect.element(rows.first()).toBeVisible()
  await rows.first().click()
  await expect.element(screen.getByRole('navigation', { name: 'På listen' })).toBeVisible()
  const first = screen.getByRole('heading', { level: 1 }).element().textContent

  await screen
    .getByRole('link', { name: /^(Neste|Forrige)$/ })
    .first()
    .click()

  await expect.element(screen.getByRole('heading', { level: 1 })).not.toHaveTextContent(first)
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

test('a card that was opened from nowhere has no next one', async () => {
  const bench = await screenBench({ zones })
  await bench.enrol()
  const screen = await bench.draw('/lister')
  await screen.getByRole('searchbox', { name: 'Søk etter bruker' }).fill('somby')
  await screen
    .getByRole('link', { name: /Somby, Máret/ })
    .first()
    .click()
  await expect.element(screen.getByRole('heading', { level: 1, name: /Somby/ })).toBeVisible()

  expect(screen.getByRole('navigation', { name: 'På listen' }).query()).toBeNull()
})

test('rows of several zones say whose they are, and those of one zone do not', async () => {
  const bench = await screenBench({ zones })
  await bench.enrol()
  const mixed = await bench.draw('/lister/samtlige')
  await expect.element(mixed.getByText('Nord 1', { exact: true }).nth(1)).toBeVisible()
  await mixed.unmount()

  const screen = await bench.draw('/lister/samtlige?sone=nord-1')

  await expect.element(screen.getByText(/\d+ brukere/)).toBeVisible()
  expect(screen.getByRole('listitem').getByText('Nord 1', { exact: true }).query()).toBeNull()
})

test('services are said in words on the card', async () => {
  const bench = await screenBench({ zones })
  await bench.enrol()
  const screen = await bench.draw('/lister')
  await screen.getByRole('searchbox', { name: 'Søk etter bruker' }).fill('somby')
  await screen
    .getByRole('link', { name: /Somby, Máret/ })
    .first()
    .click()

  await expect
    .element(screen.getByText(/Livsnødvendig hjelpemiddel som krever strøm|Trygghetsalarm/).first())
    .toBeVisible()
})
