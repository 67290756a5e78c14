import { expect, test } from 'vitest'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

async function openStart(path: string, zones: readonly string[] = ['nord-2']) {
  const bench = await screenBench({ zones })
  await bench.enrol()
  return { bench, screen: await bench.draw(path) }
}

test('axe finds nothing while a patient is looked for, nor while a zone is chosen', async () => {
  const { bench, screen } = await openStart('/skriv/besoksnotat')
  await screen.getByRole('searchbox', { name: 'Hvem gjelder det?' }).fill('som')
  await expect.element(screen.getByRole('link', { name: /^Somby, Máret/ })).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.unmount()

  const log = await openStart('/skriv/hendelseslogg', ['nord-1', 'nord-2'])

  await expect.element(log.screen.getByText('Hvilken sone gjelder det?')).toBeVisible()
  expect(await axeFindingsInBothSchemes(log.bench.services.appearance)).toEqual([])
})

test('the patient whom the note is about is found by a part of her name', async () => {
  const { screen } = await openStart('/skriv/besoksnotat')
  await screen.getByRole('searchbox', { name: 'Hvem gjelder det?' }).fill('somby mar')

  await screen.getByRole('link', { name: /^Somby, Máret/ }).click()

  await expect.element(screen.getByRole('heading', { name: 'Besøksnotat' })).toBeVisible()
  await expect.element(screen.getByLabelText('Hva gjorde du?')).toBeVisible()
  await expect.element(screen.getByText(/Somby, Máret/).first()).toBeVisible()
})

test('a search without a hit says what to look at', async () => {
  const { screen } = await openStart('/skriv/besoksnotat')

  await screen.getByRole('searchbox', { name: 'Hvem gjelder det?' }).fill('xqzq')

  await expect.element(screen.getByText('Ingen treff på «xqzq»')).toBeVisible()
})

test('of many hits the first stand, and the rest when they are asked for', async () => {
  const { screen } = await openStart('/skriv/besoksnotat', ['nord-1', 'nord-2', 'nord-3'])
  await screen.getByRole('searchbox', { name: 'Hvem gjelder det?' }).fill('s')
  const hits = screen.getByRole('list', { name: 'Søk etter bruker' }).getByRole('listitem')
  await expect.poll(() => hits.elements().length).toBe(20)
  const more = screen.getByRole('button', { name: /^Vis \d+ til$/ })
  const count = Number(more.element().textContent.replace(/\D/g, ''))

  await more.click()

  await expect.poll(() => hits.elements().length).toBe(20 + count)
})

test('a line of the log of whoever has one zone is begun at once', async () => {
  const { screen } = await openStart('/skriv/hendelseslogg')

  await expect.element(screen.getByLabelText('Hva skjedde, eller hva ble meldt?')).toBeVisible()
})

test('whoever has several zones says which one the line is about', async () => {
  const { screen } = await openStart('/skriv/hendelseslogg', ['nord-1', 'nord-2'])

  await screen.getByRole('button', { name: 'Nord 1' }).click()

  await expect.element(screen.getByLabelText('Hva skjedde, eller hva ble meldt?')).toBeVisible()
})

test('a form that the phone does not have is not begun', async () => {
  const { screen } = await openStart('/skriv/dodsfall')

  await expect
    .element(screen.getByText('Denne utgaven av skjemaet er ikke på telefonen'))
    .toBeVisible()
})

test('whoever has begun a note on the patient goes on with it, or begins another', async () => {
  const { bench, screen } = await openStart('/skriv/besoksnotat')
  await screen.getByRole('searchbox', { name: 'Hvem gjelder det?' }).fill('somby mar')
  await screen.getByRole('link', { name: /^Somby, Máret/ }).click()
  await screen.getByLabelText('Hva gjorde du?').fill('Halvskrevet')
  await expect.element(screen.getByText(/^Lagret på telefonen/)).toBeVisible()
  await screen.unmount()
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const [patient] = reading.kind === 'open' ? reading.value : []

  const again = await bench.draw(`/skriv/besoksnotat?bruker=${patient?.id}`)

  await expect
    .element(again.getByRole('link', { name: /^Fortsett notatet fra 16:08/ }))
    .toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await again.getByRole('button', { name: 'Begynn på et nytt' }).click()
  await expect.element(again.getByLabelText('Hva gjorde du?')).toHaveValue('')
})
