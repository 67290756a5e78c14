import { expect, test } from 'vitest'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

const cards = StreamId.parse('demo/real/*/cards')

async function openWhatFails(bench: ScreenBench) {
  await bench.enrol()
  const screen = await bench.draw('/hva-virker-ikke')
  await expect.element(screen.getByText(/^Strøm/)).toBeVisible()
  return screen
}

/** The card for cyber attacks is taken away. */
async function removeCard({ server }: ScreenBench): Promise<void> {
  await server.write(cards, [{ kind: 'delete', docId: 'tk-03' }])
}

test('axe finds nothing, with a card that is not on the phone too', async () => {
  const bench = await screenBench()
  await removeCard(bench)
  await openWhatFails(bench)

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test.each([
  ['Strøm', 'TK-01'],
  ['Mobil', 'TK-02'],
  ['Internett', 'TK-02'],
  ['CosDoc', 'TK-02'],
  ['Trygghetsalarm', 'TK-02'],
  ['Mistenkt dataangrep', 'TK-03'],
])('%s leads to %s', async (symptom, code) => {
  const screen = await openWhatFails(await screenBench())

  await screen.getByRole('link', { name: new RegExp(`^${symptom}\\s*${code}$`) }).click()

  await expect
    .element(screen.getByRole('heading', { level: 1, name: new RegExp(`^${code} `) }))
    .toBeVisible()
})

test('a symptom whose card is not on the phone says so, and leads nowhere', async () => {
  const bench = await screenBench()
  await removeCard(bench)
  const screen = await openWhatFails(bench)

  const symptom = screen.getByRole('listitem').filter({ hasText: 'Mistenkt dataangrep' })

  await expect.element(symptom).toMatchTextContent('Kortet er ikke på telefonen')
  expect(symptom.getByRole('link').query()).toBeNull()
  expect(screen.getByText('Kortet er ikke på telefonen').elements().length).toBe(1)
})

test.each([
  ['of a newer build', 'actionCard@2', '1 opplysning trenger en nyere app'],
  ['damaged', 'actionCard@1', 'Ikke alt lot seg lese'],
])('a card that is %s is told of, and the others stand', async (_, schema, told) => {
  const bench = await screenBench()
  await bench.server.write(cards, [{ kind: 'put', docId: 'tk-03', schema, body: {} }])
  const screen = await openWhatFails(bench)

  await expect.element(screen.getByText(told)).toBeVisible()
  await expect.element(screen.getByRole('link', { name: /^Strøm\s*TK-01$/ })).toBeVisible()
})

test('whoever cancels is back at the front', async () => {
  const screen = await openWhatFails(await screenBench())

  await screen.getByRole('link', { name: 'Avbryt' }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Nå' })).toBeVisible()
})
