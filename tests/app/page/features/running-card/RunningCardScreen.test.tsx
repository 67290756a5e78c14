import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ContactId } from '#domain/contacts/contact.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import {
  aCard,
  aContact,
  anEntryId,
  anIncident,
  anIncidentId,
  aRunningStep,
  nord2,
  tk01,
} from '../../../../support/a-shown-incident.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'
import {
  nord1,
  nord3,
  cardPath,
  at0256,
  overdue,
  markedAs,
  benchOf,
  open,
} from '../../../../support/running-card-bench.tsx'

test('axe finds nothing on a card that runs, with a step that failed', async () => {
  const bench = benchOf({ steps: [markedAs('failed'), overdue] })
  await open(bench)

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('phases have clock times, and count what is done of the role’s own steps', async () => {
  const screen = await open(benchOf())

  await expect.element(screen.getByRole('heading', { name: '0–15 min · til 02:56' })).toBeVisible()
  await expect.element(screen.getByText('1 av 2 gjort')).toBeVisible()
  await expect.element(screen.getByText('0 av 1 gjort')).toBeVisible()
})

test('what is overdue says so in words, and what is not says how long is left', async () => {
  const screen = await open(benchOf())

  await expect.element(screen.getByText('Skulle vært gjort 02:56 · kritisk')).toBeVisible()
  await expect.element(screen.getByText('Frist 03:41, om 29 min')).toBeVisible()
})

test('the role’s own steps stand first, and all of them are a press away', async () => {
  const screen = await open(benchOf())
  expect(screen.getByText(/Lad jobbtelefonen/).query()).toBeNull()
  await expect.element(screen.getByLabelText('Ansvarsvakt')).toBeChecked()

  await screen.getByLabelText('Alle').click()

  await expect.element(screen.getByText(/Lad jobbtelefonen/)).toBeVisible()
})

test('done is one press, for the zone and in the version that the incident uses', async () => {
  const bench = benchOf()
  const screen = await open(bench)

  await screen.getByRole('button', { name: 'Gjort TK-01 steg 3' }).click()

  await expect.poll(() => bench.said.length).toBe(1)
  expect(bench.said[0]?.body).toEqual({
    kind: 'step',
    card: tk01,
    cardVersion: 4,
    step: 3,
    zone: nord2,
    state: 'done',
    word: null,
  })
})

test('a marked step says who and when, and is taken back', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await expect.element(screen.getByText('Gjort 02:46, Per Hansen')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Gjort TK-01 steg 1' }).query()).toBeNull()

  await screen.getByRole('button', { name: 'Angre TK-01 steg 1' }).click()

  await expect.poll(() => bench.said[0]?.body).toEqual({ kind: 'undone', facts: [anEntryId(7)] })
})

test('a step that failed asks why, keeps the word, and can still be done', async () => {
  const bench = benchOf({ steps: [markedAs('failed')] })
  const screen = await open(bench)
  await expect.element(screen.getByRole('button', { name: 'Gjort TK-01 steg 1' })).toBeVisible()

  await screen.getByLabelText(/Hvorfor gikk det ikke/).fill('Ingen svarer på vakttelefonen')
  await screen.getByRole('button', { name: 'Lagre hvorfor' }).click()

  await expect.poll(() => bench.said.length).toBe(1)
  expect(bench.said[0]?.body).toMatchObject({
    state: 'failed',
    word: 'Ingen svarer på vakttelefonen',
  })
})

test('a word that is not stored yet is stored before the phone locks', async () => {
  const bench = benchOf({ steps: [markedAs('failed')] })
  const screen = await open(bench)
  await screen.getByLabelText(/Hvorfor gikk det ikke/).fill('Døra er stengt')

  await bench.services.device.lock()

  expect(bench.said.map(({ body }) => body)).toEqual([
    expect.objectContaining({ state: 'failed', word: 'Døra er stengt' }),
  ])
})

test('a word that names a patient is refused, with what to do', async () => {
  const bench = benchOf({
    steps: [markedAs('failed')],
    refusal: { kind: 'mentionsPerson', found: 'Aud Solbakken' },
  })
  const screen = await open(bench)

  await screen.getByLabelText(/Hvorfor gikk det ikke/).fill('Aud Solbakken svarer ikke')
  await screen.getByRole('button', { name: 'Lagre hvorfor' }).click()

  await expect
    .element(
      screen.getByText(
        'Teksten nevner en bruker (Aud Solbakken). Skriv den uten navn: hendelsen leses i hele kommunen.',
      ),
    )
    .toBeVisible()
})

test('numbers to call stand on the step itself, and one that is missing says so', async () => {
  const calls = ['hdu', 'leader'].map((id) => ContactId.parse(id))
  const bench = benchOf({
    steps: [aRunningStep({ step: { calls } })],
    reader: {
      listContacts: () =>
        Promise.resolve(
          openReading([aContact('leader', 'Leder', []), aContact('hdu', 'HDU-vakt', ['90000200'])]),
        ),
    },
  })
  const screen = await open(bench)

  await expect
    .element(screen.getByRole('link', { name: /^Ring HDU-vakt 900.00.200 ikke kontrollert$/ }))
    .toHaveAttribute('href', 'tel:+4790000200')
  await expect.element(screen.getByText('Leder: nummer mangler')).toBeVisible()
})

test('what is concluded and approved by nobody says so on the step', async () => {
  const screen = await open(benchOf({ steps: [aRunningStep({ step: { inference: true } })] }))

  await expect.element(screen.getByText('Ikke faglig godkjent')).toBeVisible()
})

test('thresholds stand with their clock time, and say when they are reached', async () => {
  const threshold = {
    afterMinutes: 30,
    from: 'start',
    text: 'Vurder nivå 2',
    level: 2,
    inference: true,
  } as const
  const screen = await open(
    benchOf({ running: { thresholds: [{ threshold, at: at0256, isReached: true }] } }),
  )

  await expect
    .element(screen.getByRole('list', { name: 'Grenser' }).getByRole('listitem'))
    .toMatchTextContent(/02:56.*Vurder nivå 2.*Nådd/)
})

test('a card of another version than the incident started with says both', async () => {
  const screen = await open(
    benchOf({ running: { isOtherVersion: true, card: aCard({ version: 5 }) } }),
  )

  await expect
    .element(screen.getByText('Kortet på telefonen er versjon 5. Hendelsen startet med versjon 4.'))
    .toBeVisible()
})

test('a card that is not in use leads to it as it is', async () => {
  const bench = incidentBench({
    incidents: [anIncident()],
    answers: { runningCard: () => Promise.resolve(openReading(null)) },
  })
  const screen = await bench.draw(cardPath)

  await expect.element(screen.getByText('Kortet er ikke i bruk i denne hendelsen')).toBeVisible()
})

test('my tasks stand soonest first with their card, and what is finished below', async () => {
  const bench = benchOf({ steps: [overdue, markedAs('done')] })
  const screen = await open(bench, `/hendelse/${anIncidentId(1)}/oppgaver`)

  await expect.element(screen.getByRole('heading', { name: 'Mine oppgaver' })).toBeVisible()
  await expect
    .element(screen.getByRole('listitem').filter({ hasText: 'TK-01 steg 3' }))
    .toMatchTextContent(/02:56.*Skulle vært gjort 02:56 · kritisk/)
  await expect.element(screen.getByText('Ferdig, 1')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the tasks of another role are a press away', async () => {
  const screen = await open(benchOf(), `/hendelse/${anIncidentId(1)}/oppgaver`)

  await screen.getByLabelText('Ansatt på rute').click()

  await expect
    .element(screen.getByRole('heading', { name: 'Oppgaver: Ansatt på rute' }))
    .toBeVisible()
})

test('no line is wider than a phone of 320 pixels', async () => {
  await page.viewport(320, 568)
  await open(benchOf({ steps: [markedAs('failed'), overdue] }))

  const width = document.documentElement.scrollWidth
  await page.viewport(414, 896)

  expect(width).toBeLessThanOrEqual(320)
})

test('a step of several zones is read once, and marked for all that are left by one press', async () => {
  const step = { number: 3, text: 'Ring P1.', lead: null }
  const done = { ...markedAs('done'), zone: nord1, step: aRunningStep({ step }).step }
  const left = [nord2, nord3].map((zone) => aRunningStep({ zone, step }))
  const area = { zones: [nord1, nord2, nord3], streets: [] }
  const bench = benchOf({
    incidents: [anIncident({ area })],
    zones: area.zones.map((id) => ({ id, name: id })),
    steps: [done, ...left],
  })
  const screen = await open(bench)
  await expect.element(screen.getByText('nord-1: Gjort 02:46, Per Hansen')).toBeVisible()
  expect(screen.getByText(/Ring P1\./).elements().length).toBe(1)

  await screen.getByRole('button', { name: 'Gjort TK-01 steg 3' }).click()

  await expect.poll(() => bench.said.length).toBe(2)
  expect(bench.said.map(({ body }) => body)).toEqual([
    expect.objectContaining({ step: 3, zone: nord2, state: 'done' }),
    expect.objectContaining({ step: 3, zone: nord3, state: 'done' }),
  ])
})
