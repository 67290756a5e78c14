import { expect, test } from 'vitest'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, monday, screenBench } from '../../../../support/screen-bench.tsx'

const workLists = StreamId.parse('demo/real/nord-2/worklists')
const day = 24 * 60

async function openNow(bench: ScreenBench) {
  const screen = await bench.draw('/')
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Nå' })).toBeVisible()
  await expect.element(screen.getByText('Henter fram …')).not.toBeInTheDocument()
  return screen
}

/** An empty work list as only a newer build knows it, or one that no build could read. */
function oddWorkList(schema: string) {
  return { kind: 'put', docId: 'odd', schema, body: {} } as const
}

test('axe finds nothing on the shift and what is worth knowing', async () => {
  const bench = await screenBench()
  await bench.enrol()
  await saveDraft(bench)
  bench.passMinutes(8 * day)
  const screen = await openNow(bench)
  await expect.element(screen.getByRole('heading', { name: 'Verdt å vite' })).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the shift that is on stands with its next visits, the nearest first', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNow(bench)

  await expect.element(screen.getByText('Mandag kveld · Nord 2')).toBeVisible()
  const visits = screen.getByRole('list', { name: 'Besøk framover' }).getByRole('listitem')
  await expect.poll(() => visits.elements().length).toBe(5)
  const times = visits.elements().map(({ textContent }) => textContent.slice(0, 5))
  expect(times).toEqual(times.toSorted())
  expect(times.every((time) => time >= '16:08')).toBe(true)
})

test('the whole list is a press away, with as many visits as it says', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNow(bench)
  const link = screen.getByRole('link', { name: /^Hele listen, \d+$/ })
  const said = Number(link.element().textContent.replace(/\D/g, ''))

  await link.click()

  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Mandag kveld' }))
    .toBeVisible()
  const rows = screen.getByRole('list', { name: 'Mandag kveld' }).getByRole('listitem')
  await expect.poll(() => rows.elements().length).toBe(said)
})

test('a shift without a list of its own has the nearest one, which is said to be a pattern', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.passMinutes(2 * day)
  const screen = await openNow(bench)

  await expect
    .element(screen.getByText('Mandagens kveldsliste brukt som mal · Nord 2'))
    .toBeVisible()
})

test('a shift whose visits have all been says so', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.passMinutes(6 * 60 + 15)
  const screen = await openNow(bench)

  await expect.element(screen.getByText('Mandag kveld · Nord 2')).toBeVisible()
  await expect.element(screen.getByText('Ingen flere besøk på denne vakten')).toBeVisible()
})

test('a phone that never got work lists says so, and the way to what fails stands', async () => {
  const bench = await screenBench({ classes: ['critical', 'details'] })
  await bench.enrol()
  const screen = await openNow(bench)

  await expect.element(screen.getByText('Ingen arbeidslister på telefonen')).toBeVisible()
  await expect.element(screen.getByRole('link', { name: 'Hva virker ikke?' })).toBeVisible()
})

test('a visit to somebody who is not on the phone keeps its place', async () => {
  const bench = await screenBench({ classes: ['worklists'] })
  await bench.enrol()
  const screen = await openNow(bench)

  const visits = screen.getByRole('list', { name: 'Besøk framover' }).getByRole('listitem')
  await expect.poll(() => visits.elements().length).toBe(5)
  expect(
    visits.elements().every(({ textContent }) => textContent.includes('Bruker som ikke er på')),
  ).toBe(true)
})

test.each([
  ['a work list of a newer build', 'workList@2', '1 opplysning trenger en nyere app'],
  ['a damaged work list', 'workList@1', 'Ikke alt lot seg lese'],
])('%s is told of above the shift that could be read', async (_, schema, told) => {
  const bench = await screenBench()
  await bench.server.write(workLists, [oddWorkList(schema)])
  await bench.enrol()
  const screen = await openNow(bench)

  await expect.element(screen.getByText(told)).toBeVisible()
  await expect.element(screen.getByText('Mandag kveld · Nord 2')).toBeVisible()
})

test.each([
  ['of a newer build', 'workList@2', '3 opplysninger trenger en nyere app'],
  ['damaged', 'workList@1', 'Ikke alt lot seg lese'],
])('work lists that are all %s are never said not to be there', async (_, schema, told) => {
  const bench = await screenBench()
  const ids = ['nord-2-monday-day', 'nord-2-monday-evening', 'nord-2-saturday-day']
  await bench.server.write(
    workLists,
    ids.map((docId) => ({ ...oddWorkList(schema), docId })),
  )
  await bench.enrol()
  const screen = await openNow(bench)

  await expect.element(screen.getByText(told)).toBeVisible()
  expect(screen.getByText('Ingen arbeidslister på telefonen').query()).toBeNull()
})

test('a zone that has not come yet is told of, and the shift of the other one stands', async () => {
  const bench = await screenBench({ zones: ['nord-2', 'nord-9'] })
  await bench.enrol()
  const screen = await openNow(bench)

  await expect.element(screen.getByText('Ikke alle sonene dine er hentet')).toBeVisible()
  await expect.element(screen.getByText('Mandag kveld · Nord 2')).toBeVisible()
})

test('nothing is worth knowing of fresh lists and signed forms', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.passMinutes(7 * day)
  const screen = await openNow(bench)

  await expect.element(screen.getByText('Mandag kveld · Nord 2')).toBeVisible()
  expect(screen.getByText('Verdt å vite').query()).toBeNull()
})

test('lists of more than a week say from when they are', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.passMinutes(8 * day)
  const screen = await openNow(bench)

  await expect.element(screen.getByText('Listene er fra 23.11. 16:08')).toBeVisible()
})

test('what is not signed is counted, and is a press away', async () => {
  const bench = await screenBench()
  await bench.enrol()
  await saveDraft(bench)
  const screen = await openNow(bench)
  await expect.element(screen.getByText('1 skjema er ikke signert')).toBeVisible()

  await screen.getByRole('link', { name: 'Se hva' }).click()

  await expect
    .element(screen.getByRole('link', { name: /^Hendelseslogg.*sist skrevet/ }))
    .toBeVisible()
})

test('a phone that locks shows nobody’s name', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNow(bench)
  const visits = screen.getByRole('list', { name: 'Besøk framover' })
  await expect.element(visits).toBeVisible()

  await bench.device.lock()

  await expect.element(screen.getByText('Skriv koden din')).toBeVisible()
  expect(visits.query()).toBeNull()
})

async function saveDraft({ device }: ScreenBench): Promise<void> {
  const saved = await device.core().vault.drafts.save({
    id: EntryId.parse(crypto.randomUUID()),
    form: FormReference.parse('hendelseslogg@1'),
    zone: ZoneId.parse('nord-2'),
    world: 'real',
    patientId: null,
    eventAt: monday,
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'https://beredt.example/forms/hendelseslogg|1',
      status: 'in-progress',
      item: [],
    },
    startedAt: monday,
  })
  if (!saved.ok) throw new Error(saved.refusal.kind)
}
