import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { defaultSymptomGuides } from '#content/symptom-cards.ts'
import { Instant } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import {
  aCard,
  aFact,
  anEntryId,
  anIncident,
  anIncidentId,
  nord2,
  per,
  tk01,
  tk02,
} from '../../../../support/a-shown-incident.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'

const changePath = `/hendelse/${anIncidentId(1)}/endre`
const level2 = aFact({ kind: 'corrected', to: { part: 'level', value: 2 } })

function benchOf(options: Parameters<typeof incidentBench>[0] = {}) {
  return incidentBench({
    role: 'sectionLeader',
    incidents: [anIncident()],
    ...options,
    reader: {
      listCards: () =>
        Promise.resolve(openReading([aCard(), aCard({ id: 'tk-02', code: tk02, version: 2 })])),
      listSymptomGuides: () => Promise.resolve(openReading([...defaultSymptomGuides])),
    },
    answers: {
      history: () => Promise.resolve(openReading([level2])),
      streets: () =>
        Promise.resolve(
          openReading([
            {
              zone: nord2,
              street: 'Furuveien',
              people: 4,
              power: null,
              buildings: [
                { number: '12', people: 3, power: null },
                { number: '14', people: 1, power: null },
              ],
            },
            { zone: nord2, street: 'Åsveien', people: 1, power: null, buildings: [] },
          ]),
        ),
      ...options.answers,
    },
  })
}

async function open(bench: ReturnType<typeof benchOf>) {
  const screen = await bench.draw(changePath)
  await expect.element(screen.getByRole('heading', { name: 'Endre hendelsen' })).toBeVisible()
  return screen
}

test('axe finds nothing, with everything that a leader may change', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await expect.element(screen.getByText('Nivå 2, utvidet').first()).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('what fails besides is one press, with its cards, and both are taken back together', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await expect.element(screen.getByLabelText('Strøm')).toBeChecked()

  await screen.getByLabelText('Mobil').click()
  await expect.element(screen.getByText(/Lagret: Gjelder strøm og mobil\./)).toBeVisible()
  await screen.getByRole('status').getByRole('button', { name: 'Angre' }).click()

  await expect.poll(() => bench.said.length).toBe(3)
  expect(bench.said.map(({ body }) => body)).toEqual([
    { kind: 'corrected', to: { part: 'symptoms', value: ['power', 'mobile'] } },
    {
      kind: 'corrected',
      to: {
        part: 'cards',
        value: [
          { code: tk01, version: 4 },
          { code: tk02, version: 2 },
        ],
      },
    },
    { kind: 'undone', facts: [anEntryId(101), anEntryId(102)] },
  ])
})

test('an earlier start is one press, counted from when it was reported', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await expect.element(screen.getByLabelText('02:41, da det ble meldt')).toBeChecked()

  await screen.getByLabelText('02:26, 15 min før').click()

  await expect
    .poll(() => bench.said[0]?.body)
    .toEqual({
      kind: 'corrected',
      to: { part: 'startsAt', value: '2026-11-23T01:26:00.000Z' },
    })
})

test('an announced end is written, and one that cannot be read is not stored', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  const field = screen.getByRole('textbox', { name: 'Varslet slutt' })
  await field.fill('senere')
  await screen.getByRole('button', { name: 'Lagre' }).click()
  await expect.element(screen.getByText(/Skriv tiden som «22:30»/)).toBeVisible()
  expect(bench.said).toEqual([])

  await field.fill('06:00')
  await screen.getByRole('button', { name: 'Lagre' }).click()

  await expect
    .poll(() => bench.said[0]?.body)
    .toEqual({
      kind: 'corrected',
      to: { part: 'announcedEnd', value: '2026-11-23T05:00:00.000Z' },
    })
})

test('the level is one press', async () => {
  const bench = benchOf()
  const screen = await open(bench)

  await screen.getByLabelText('Nivå 3, krise').click()

  await expect
    .poll(() => bench.said[0]?.body)
    .toEqual({ kind: 'corrected', to: { part: 'level', value: 3 } })
})

test('a fault of one building alone leads to fewer cards', async () => {
  const cards = [
    { code: tk01, version: 4 },
    { code: tk02, version: 2 },
  ]
  const bench = benchOf({ incidents: [anIncident({ cards })] })
  const screen = await open(bench)
  await expect.element(screen.getByLabelText('Ja, området')).toBeChecked()

  await screen.getByLabelText('Nei, bare bygget').click()

  await expect
    .poll(() => bench.said[0]?.body)
    .toEqual({ kind: 'corrected', to: { part: 'cards', value: [{ code: tk01, version: 4 }] } })
})

test('an area is narrowed to a street by a press, and never to nowhere', async () => {
  const bench = benchOf()
  const screen = await open(bench)

  await screen.getByLabelText('Nord 2').click()
  expect(bench.said).toEqual([])
  await screen.getByRole('button', { name: 'Bare noen gater' }).click()
  await screen.getByLabelText('Furuveien').click()

  await expect
    .poll(() => bench.said[0]?.body)
    .toEqual({
      kind: 'corrected',
      to: { part: 'area', value: { zones: [nord2], streets: ['Furuveien'] } },
    })
})

test('a leader says that it is over, with a word why', async () => {
  const bench = benchOf()
  const screen = await open(bench)

  await screen.getByLabelText(/Et ord om hvorfor/).fill('Strømmen er tilbake hos alle')
  await screen.getByRole('button', { name: 'Hendelsen er over' }).click()

  await expect
    .poll(() => bench.said[0]?.body)
    .toEqual({ kind: 'closed', word: 'Strømmen er tilbake hos alle' })
})

test('a closed one can be opened again, and nothing else of it changed', async () => {
  const at = Instant.parse('2026-11-23T02:00:00.000Z')
  const closed = { by: per, at, word: null, fact: anEntryId(4) }
  const bench = benchOf({ incidents: [anIncident({ standing: 'closed', closed })] })
  const screen = await open(bench)
  expect(screen.getByLabelText('Mobil').query()).toBeNull()

  await screen.getByRole('button', { name: 'Åpne hendelsen igjen' }).click()

  await expect.poll(() => bench.said[0]?.body).toEqual({ kind: 'reopened', word: null })
})

test('a nurse corrects, and neither confirms nor closes', async () => {
  const screen = await open(benchOf({ role: 'nurse' }))

  await expect.element(screen.getByLabelText('Strøm')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Bekreft' }).query()).toBeNull()
  expect(screen.getByRole('button', { name: 'Hendelsen er over' }).query()).toBeNull()
})

test('each thing that was said is taken back by its name, whoever said it', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  const row = screen.getByRole('list', { name: 'Sagt om hendelsen' }).getByRole('listitem')
  await expect.element(row).toMatchTextContent(/Nivå 2, utvidet.*Per Hansen, 02:46/)

  await row.getByRole('button', { name: 'Angre Nivå 2, utvidet' }).click()

  await expect.poll(() => bench.said[0]?.body).toEqual({ kind: 'undone', facts: [anEntryId(7)] })
})

test('a role that may not is told whom to ask', async () => {
  const bench = benchOf({ refusal: { kind: 'notAllowed' } })
  const screen = await open(bench)

  await screen.getByLabelText('Nivå 3, krise').click()

  await expect
    .element(screen.getByText(/Be ansvarsvakta, seksjonsleder eller HDU-vakta/))
    .toBeVisible()
})

test('a street has power again by one press, and a building by another', async () => {
  const bench = benchOf()
  const screen = await bench.draw(`/hendelse/${anIncidentId(1)}/strom`)

  await screen.getByRole('button', { name: 'Har strøm Åsveien' }).click()
  await screen.getByText('2 bygg').click()
  await screen.getByRole('button', { name: 'Har strøm Furuveien 12' }).click()

  await expect.poll(() => bench.saidOfPeople.length).toBe(2)
  expect(bench.saidOfPeople.map(({ body }) => body)).toEqual([
    { kind: 'placePower', street: 'Åsveien', number: null, hasPower: true },
    { kind: 'placePower', street: 'Furuveien', number: '12', hasPower: true },
  ])
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('no line is wider than a phone of 320 pixels', async () => {
  await page.viewport(320, 568)
  await open(benchOf())

  const width = document.documentElement.scrollWidth
  await page.viewport(414, 896)

  expect(width).toBeLessThanOrEqual(320)
})
