import { expect, test } from 'vitest'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const path = '/arbeidslister/nord-2-monday-evening'

test('axe finds nothing, on an old list too', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.passMinutes(8 * 24 * 60)
  const screen = await bench.draw(path)
  await expect.element(screen.getByText('Listen er fra 23.11. 16:08')).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('all visits stand in the order of the clock, those that have been too', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.passMinutes(5 * 60)
  const screen = await bench.draw(path)

  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Mandag kveld' }))
    .toBeVisible()
  const visits = screen.getByRole('list', { name: 'Mandag kveld' }).getByRole('listitem')
  await expect.poll(() => visits.elements().length).toBeGreaterThan(0)
  await expect.element(screen.getByText(`${visits.elements().length} besøk`)).toBeVisible()
  const times = visits.elements().map(({ textContent }) => textContent.slice(0, 5))
  expect(times).toEqual(times.toSorted())
  expect((times[0] ?? '') < '21:08').toBe(true)
  expect(screen.getByText(/^Listen er fra/).query()).toBeNull()
})

test('a visit leads to the card of whom it is to', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw(path)
  const visit = screen.getByRole('list', { name: 'Mandag kveld' }).getByRole('listitem').first()
  const link = visit.getByRole('link').first()
  await expect.element(link).toBeVisible()
  const { textContent } = link.element()

  await link.click()

  const title = screen.getByRole('heading', { level: 1 })
  await expect.poll(() => textContent.startsWith(title.element().textContent)).toBe(true)
})

test('a list that is not there says so', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/arbeidslister/nord-2-sunday-night')

  await expect.element(screen.getByText('Denne listen finnes ikke')).toBeVisible()
})

test.each([
  ['of a newer build', 'workList@2', '1 opplysning trenger en nyere app'],
  ['damaged', 'workList@1', 'Ikke alt lot seg lese'],
])('a list that is %s is not said not to be there', async (_, schema, told) => {
  const bench = await screenBench()
  await bench.server.write(StreamId.parse('demo/real/nord-2/worklists'), [
    { kind: 'put', docId: 'nord-2-monday-evening', schema, body: {} },
  ])
  await bench.enrol()
  const screen = await bench.draw(path)

  await expect.element(screen.getByText(told)).toBeVisible()
  expect(screen.getByText('Denne listen finnes ikke').query()).toBeNull()
})
