import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const cards = StreamId.parse('demo/real/*/cards')
const ids = defaultActionCards.map(({ id }) => id)

test('axe finds nothing on the whole card', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-01/hele')
  await expect.element(screen.getByRole('heading', { name: 'Brukes når' })).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the whole card has the steps of every role, and says that nobody has approved it', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const own = await bench.draw('/tiltakskort/tk-01')
  await expect.element(own.getByRole('radio', { name: 'Ansatt på rute' })).toBeChecked()
  const ofOwnRole = own.getByRole('main').getByRole('listitem').elements().length
  await own.unmount()

  const screen = await bench.draw('/tiltakskort/tk-01/hele')

  await expect.element(screen.getByText('Ikke faglig godkjent').first()).toBeVisible()
  const all = screen.getByRole('main').getByRole('listitem').elements().length
  expect(all).toBeGreaterThan(ofOwnRole)
})

test.each(['/tiltakskort/tk-99', '/tiltakskort/tk-99/hele'])(
  'a card that is not on the phone says so and leads to the others: %s',
  async (path) => {
    const bench = await screenBench()
    await bench.enrol()
    const screen = await bench.draw(path)
    await expect.element(screen.getByText('Kortet finnes ikke på denne telefonen')).toBeVisible()

    await screen.getByRole('link', { name: 'Til alle tiltakskort' }).click()

    await expect.element(screen.getByRole('link', { name: /^TK-01/ })).toBeVisible()
  },
)

test('a phone without cards says so', async () => {
  const bench = await screenBench()
  await bench.server.write(
    cards,
    ids.map((docId) => ({ kind: 'delete', docId })),
  )
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort')

  await expect.element(screen.getByText('Ingen tiltakskort på telefonen')).toBeVisible()
})

test.each([
  ['of a newer build', 'actionCard@2', '14 opplysninger trenger en nyere app'],
  ['damaged', 'actionCard@1', 'Ikke alt lot seg lese'],
])('cards that are all %s are not said not to be there', async (_, schema, told) => {
  const bench = await screenBench()
  await bench.server.write(
    cards,
    ids.map((docId) => ({ kind: 'put', docId, schema, body: {} })),
  )
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort')

  await expect.element(screen.getByText(told)).toBeVisible()
  expect(screen.getByText('Ingen tiltakskort på telefonen').query()).toBeNull()
})

test('a line that is only concluded says so, and the numbers of whom to tell can be rung', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-05/hele')

  const line = screen.getByText(/^Mål: P1 og P2 er nådd innen 60 min.*\(ikke faglig godkjent\)$/)
  await expect.element(line).toBeVisible()
  await expect.element(screen.getByRole('link', { name: /^Ring Brannvesen 110/ })).toBeVisible()
})
