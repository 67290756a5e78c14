import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { defaultSymptomGuides } from '#content/symptom-cards.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'
import {
  aCard,
  anIncident,
  anIncidentId,
  nord2,
  tk01,
  tk02,
} from '../../../../support/a-shown-incident.ts'

function benchOf(options: Parameters<typeof incidentBench>[0] = {}) {
  return incidentBench({
    ...options,
    reader: {
      listCards: () =>
        Promise.resolve(openReading([aCard(), aCard({ id: 'tk-02', code: tk02, version: 2 })])),
      listSymptomGuides: () => Promise.resolve(openReading([...defaultSymptomGuides])),
    },
    answers: {
      streets: () =>
        Promise.resolve(
          openReading([
            { zone: nord2, street: 'Furuveien', people: 3, power: null, buildings: [] },
          ]),
        ),
    },
  })
}

async function open(bench: ReturnType<typeof benchOf>) {
  const screen = await bench.draw('/hva-virker-ikke')
  await expect.element(screen.getByRole('checkbox', { name: 'Strøm' })).toBeVisible()
  return screen
}

test('axe finds nothing on the symptoms, and on what can be changed', async () => {
  const bench = benchOf({ incidents: [anIncident()] })
  const screen = await open(bench)
  await expect.element(screen.getByText(/er meldt 02:41/)).toBeVisible()

  const symptoms = await axeFindingsInBothSchemes(bench.services.appearance)
  await screen.getByRole('button', { name: 'Endre' }).click()
  const details = await axeFindingsInBothSchemes(bench.services.appearance)

  expect([...symptoms, ...details]).toEqual([])
})

test('every symptom stands on the screen, innlogging and noe på avveie too', async () => {
  const screen = await open(benchOf())

  const labels = screen
    .getByRole('group', { name: 'Det som ikke virker' })
    .getByRole('checkbox')
    .elements()
    .map((box) => box.closest('label')?.textContent)

  expect(labels).toEqual([
    'Strøm',
    'Mobil',
    'Internett',
    'CosDoc',
    'Trygghetsalarm',
    'Dispenser',
    'Kameratilsyn',
    'Lås og nøkkel',
    'Innlogging',
    'Vann',
    'Vei og vær',
    'Mistenkt dataangrep',
    'Noe er på avveie',
  ])
})

test('the button says what it starts, and starts it now in her zones on level 1', async () => {
  const bench = benchOf()
  const screen = await open(bench)

  await screen.getByRole('checkbox', { name: 'Strøm' }).click()
  await screen.getByRole('checkbox', { name: 'Mobil' }).click()
  await expect.element(screen.getByText(/Starter nå i Nord 2, nivå 1\./)).toBeVisible()
  await screen.getByRole('button', { name: 'Start strøm og mobil' }).click()

  await expect.poll(() => bench.started.length).toBe(1)
  expect(bench.started[0]).toEqual({
    kind: 'started',
    symptoms: ['power', 'mobile'],
    area: { zones: ['nord-2'], streets: [] },
    startsAt: '2026-11-23T02:12:00.000Z',
    announcedEnd: null,
    level: 1,
    cards: [
      { code: tk01, version: 4 },
      { code: tk02, version: 2 },
    ],
  })
  await expect.poll(() => screen.router.state.location.pathname).toBe('/')
})

test('something is down, and nobody knows what: one press starts the clock', async () => {
  const bench = benchOf()
  const screen = await open(bench)

  await screen.getByRole('button', { name: 'Start: noe er nede' }).click()

  await expect.poll(() => bench.started[0]?.symptoms).toEqual([])
  expect(bench.started[0]?.cards).toEqual([])
})

test('fifteen minutes ago is one press, and so are the level and a street', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await screen.getByRole('checkbox', { name: 'Strøm' }).click()
  await screen.getByRole('button', { name: 'Endre' }).click()

  await screen.getByLabelText('−15 min').click()
  await screen.getByLabelText('Nivå 2, utvidet').click()
  await screen.getByRole('button', { name: 'Bare noen gater' }).click()
  await screen.getByLabelText('Furuveien').click()
  await screen.getByLabelText('Nei, bare bygget').click()
  await expect
    .element(screen.getByText(/Starter 02:57 i Nord 2, Furuveien, nivå 2\./))
    .toBeVisible()
  await screen.getByRole('button', { name: 'Start strøm' }).click()

  await expect.poll(() => bench.started.length).toBe(1)
  expect(bench.started[0]).toMatchObject({
    startsAt: '2026-11-23T01:57:00.000Z',
    level: 2,
    area: { zones: ['nord-2'], streets: ['Furuveien'] },
    cards: [{ code: tk01, version: 4 }],
  })
})

test('a planned outage begins later and has an announced end', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await screen.getByRole('checkbox', { name: 'CosDoc' }).click()
  await screen.getByRole('button', { name: 'Endre' }).click()
  await screen.getByLabelText('Annet tidspunkt').click()
  await screen.getByRole('textbox', { name: 'Tidspunkt' }).fill('i morgen 01:00')
  await screen.getByRole('textbox', { name: 'Varslet slutt' }).fill('i morgen 04:00')

  await screen.getByRole('button', { name: 'Legg inn CosDoc' }).click()

  await expect.poll(() => bench.started.length).toBe(1)
  expect(bench.started[0]).toMatchObject({
    startsAt: '2026-11-24T00:00:00.000Z',
    announcedEnd: '2026-11-24T03:00:00.000Z',
  })
  await expect
    .poll(() => screen.router.state.location.pathname)
    .toBe(`/hendelse/${anIncidentId(9)}`)
})

test('a time that cannot be read starts nothing and says how to write it', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await screen.getByRole('button', { name: 'Endre' }).click()
  await screen.getByLabelText('Annet tidspunkt').click()
  await screen.getByRole('textbox', { name: 'Tidspunkt' }).fill('snart')

  await screen.getByRole('button', { name: 'Start: noe er nede' }).click()

  await expect.element(screen.getByText(/Skriv tiden som «22:30»/)).toBeVisible()
  expect(bench.started).toEqual([])
})

test('what a colleague reported within the hour is offered first', async () => {
  const bench = benchOf({ incidents: [anIncident()] })
  const screen = await open(bench)

  await expect.element(screen.getByText('Strøm er meldt 02:41 av Per Hansen')).toBeVisible()
  await screen.getByRole('button', { name: 'Bli med på strøm' }).click()

  await expect
    .poll(() => screen.router.state.location.pathname)
    .toBe(`/hendelse/${anIncidentId(1)}`)
  expect(bench.started).toEqual([])
  expect(bench.said).toEqual([])
})

test('what fails besides is added to it, with the cards that it leads to', async () => {
  const bench = benchOf({ incidents: [anIncident()] })
  const screen = await open(bench)
  await screen.getByRole('checkbox', { name: 'Mobil' }).click()

  await screen.getByRole('button', { name: 'Legg til mobil' }).click()

  await expect.poll(() => bench.said.length).toBe(2)
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
  ])
})

test('another incident is started for itself all the same', async () => {
  const bench = benchOf({ incidents: [anIncident()] })
  const screen = await open(bench)
  await screen.getByRole('checkbox', { name: 'Vann' }).click()

  await screen.getByRole('button', { name: 'Start vann for seg' }).click()

  await expect.poll(() => bench.started[0]?.symptoms).toEqual(['water'])
})

test('a refusal says what to do, and nothing has started', async () => {
  const bench = benchOf({ refusal: { kind: 'storageFailed' } })
  const screen = await open(bench)

  await screen.getByRole('button', { name: 'Start: noe er nede' }).click()

  await expect.element(screen.getByText(/telefonen er full/)).toBeVisible()
  expect(screen.router.state.location.pathname).toBe('/hva-virker-ikke')
})

test('a card is read without starting anything', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await screen.getByRole('checkbox', { name: 'Strøm' }).click()

  await screen.getByRole('link', { name: 'TK-02' }).click()

  await expect.poll(() => screen.router.state.location.pathname).toBe('/tiltakskort/tk-02')
  expect(bench.started).toEqual([])
})

test('all of it stands on a phone of 320 pixels', async () => {
  await page.viewport(320, 568)
  await open(benchOf({ incidents: [anIncident()] }))

  const width = document.documentElement.scrollWidth
  await page.viewport(414, 896)

  expect(width).toBeLessThanOrEqual(320)
})
