import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ZoneId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aPatient, aPatientId } from '../../../../support/a-patient.ts'
import {
  aBoard,
  aCard,
  aCountdown,
  aCountdownRow,
  anEntryId,
  anIncident,
  anIncidentId,
  aContact,
  aRunningStep,
  per,
} from '../../../../support/a-shown-incident.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'

const aud = aPatient({
  id: aPatientId(1),
  name: { family: 'Solbakken', given: 'Aud' },
  phone: '90000117',
})
const sor1 = ZoneId.parse('sor-1')
const later = Instant.parse('2026-11-23T01:50:00.000Z')

type BenchOptions = Parameters<typeof incidentBench>[0] & { board?: Parameters<typeof aBoard>[0] }

function benchOf({ board, ...options }: BenchOptions = {}) {
  return incidentBench({
    role: 'shiftLead',
    incidents: [anIncident({ symptoms: ['power', 'mobile'] })],
    ...options,
    reader: {
      findPatient: () => Promise.resolve(openReading(aud)),
      listCards: () => Promise.resolve(openReading([aCard()])),
      ...options.reader,
    },
    answers: { board: () => Promise.resolve(openReading(aBoard(board))), ...options.answers },
  })
}

async function open(bench: ReturnType<typeof benchOf>, path = '/') {
  const screen = await bench.draw(path)
  await expect.element(screen.getByRole('list', { name: 'Tall for hendelsen' })).toBeVisible()
  return screen
}

test('axe finds nothing on the front page in an outage, with two incidents that may be one', async () => {
  const other = anIncident({ id: anIncidentId(2) })
  const bench = benchOf({
    incidents: [anIncident(), other],
    known: { maybeOne: [{ one: anIncidentId(1), other: other.id }], lastShared: later },
    sync: { line: 'offline' },
  })
  await open(bench)

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the front page says what is down and since when, and who is empty first', async () => {
  const screen = await open(benchOf())

  await expect.element(screen.getByRole('heading', { name: 'Strøm og mobil' })).toBeVisible()
  await expect.element(screen.getByText('siden 02:41')).toBeVisible()
  const row = screen.getByRole('list', { name: 'Tom først' }).getByRole('listitem').first()
  await expect.element(row).toMatchTextContent(/04:11om 59 min.*Solbakken, Aud.*Respirator/)
  await expect.element(row).toMatchTextContent('AMK eller flytting nå')
})

test('two figures count who is not reached and what is left to do', async () => {
  const screen = await open(benchOf())

  await expect
    .element(screen.getByRole('link', { name: '9 av 31 Ikke fått kontakt' }))
    .toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: '4 igjen Mine oppgaver · 1 forfalt' }))
    .toHaveAttribute('href', `/hendelse/${anIncidentId(1)}/oppgaver`)
})

test('the one next thing is to call whoever is next', async () => {
  const screen = await open(benchOf())

  await expect
    .element(screen.getByRole('link', { name: 'Ring neste: Solbakken, Aud' }))
    .toHaveAttribute('href', 'tel:+4790000117')
})

test('whoever is next without a telephone is named all the same', async () => {
  const bench = benchOf({
    reader: { findPatient: () => Promise.resolve(openReading({ ...aud, phone: null })) },
  })
  const screen = await open(bench)

  await expect
    .element(screen.getByRole('link', { name: 'Neste, uten telefon: Solbakken, Aud' }))
    .toBeVisible()
})

test('a shift lead confirms in one press, and takes it back by its name', async () => {
  const bench = benchOf()
  const screen = await open(bench)
  await expect.element(screen.getByText(/Meldt av Per Hansen 02:41\./)).toBeVisible()

  await screen.getByRole('button', { name: 'Bekreft' }).click()
  await expect.element(screen.getByText(/Lagret: Bekreftet\./)).toBeVisible()
  await screen.getByRole('button', { name: 'Angre' }).click()

  await expect.poll(() => bench.said.length).toBe(2)
  expect(bench.said.map(({ body }) => body)).toEqual([
    { kind: 'confirmed' },
    { kind: 'undone', facts: [anEntryId(101)] },
  ])
})

test('a nurse sees that nobody has confirmed it, and no press for it', async () => {
  const screen = await open(benchOf({ role: 'nurse' }))

  await expect
    .element(screen.getByText(/Meldt av Per Hansen 02:41\. Ikke bekreftet\./))
    .toBeVisible()
  expect(screen.getByRole('button', { name: 'Bekreft' }).query()).toBeNull()
})

test('a confirmation that ran out says so, and can be given again', async () => {
  const until = Instant.parse('2026-11-23T02:00:00.000Z')
  const confirmed = { by: per, at: later, until, fact: anEntryId(3) }
  const screen = await open(
    benchOf({ incidents: [anIncident({ confirmed, standing: 'reported' })] }),
  )

  await expect.element(screen.getByText(/Bekreftelsen gikk ut 03:00/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Bekreft på nytt' })).toBeVisible()
})

test('unknown batteries never push a known deadline off the screen, and are counted below', async () => {
  const unknown = [4, 5, 6].map((n) =>
    aCountdownRow({ n, family: `Ukjent${n}`, emptyAt: null, isRed: false }),
  )
  const known = [aCountdownRow(), aCountdownRow({ n: 2, family: 'Lie', isRed: false })]
  const screen = await open(benchOf({ board: { emptyFirst: aCountdown({ known, unknown }) } }))

  const rows = screen.getByRole('list', { name: 'Tom først' }).getByRole('listitem')
  expect(rows.elements().length).toBe(2)
  await expect.element(screen.getByText('3 med ukjent batteritid')).toBeVisible()
  await expect.element(screen.getByRole('link', { name: 'Alle 5' })).toBeVisible()
})

test('the next two stand on the board, and all who are red are counted', async () => {
  const known = [1, 2, 3, 4, 5].map((n) => aCountdownRow({ n, family: `Rød${n}` }))
  const screen = await open(benchOf({ board: { emptyFirst: aCountdown({ known }) } }))

  const rows = screen.getByRole('list', { name: 'Tom først' }).getByRole('listitem')
  expect(rows.elements().length).toBe(2)
  await expect.element(screen.getByText('5 trenger AMK eller flytting nå')).toBeVisible()
})

test('a red line leads to what is read aloud to 113', async () => {
  const screen = await open(benchOf())

  await expect
    .element(screen.getByRole('link', { name: 'Les opp til 113' }))
    .toHaveAttribute('href', `/bruker/${aPatientId(1)}/isbar`)
})

test('before anybody knows what it is, it says whom to call and asks what is down', async () => {
  const screen = await open(
    benchOf({
      incidents: [anIncident({ symptoms: [], cards: [] })],
      board: { emptyFirst: aCountdown({}), next: null, contact: { people: 0, notReached: 0 } },
      reader: {
        listContacts: () =>
          Promise.resolve(
            openReading([
              aContact('leader', 'Leder', []),
              aContact('hdu', 'HDU-vakt', ['90000200']),
            ]),
          ),
      },
    }),
  )

  await expect.element(screen.getByRole('heading', { name: 'Noe er nede' })).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: /^Ring HDU-vakt 900.00.200/ }))
    .toHaveAttribute('href', 'tel:+4790000200')
  await expect.element(screen.getByText('Leder: nummer mangler')).toBeVisible()
  await expect.element(screen.getByRole('link', { name: 'Si hva som er nede' })).toBeVisible()
})

test('two that may be one are merged by a press, which is taken back by another', async () => {
  const other = anIncident({ id: anIncidentId(2), level: 2, startsAt: later })
  const bench = benchOf({
    incidents: [anIncident(), other],
    known: { maybeOne: [{ one: anIncidentId(1), other: other.id }] },
  })
  const screen = await open(bench)
  await expect.element(screen.getByText(/Strøm, meldt 02:41 av Per Hansen/)).toBeVisible()

  await screen.getByRole('button', { name: 'Slå sammen' }).click()
  await expect.element(screen.getByText(/Lagret: Slått sammen\./)).toBeVisible()

  expect(bench.said).toEqual([
    { incident: other.id, body: { kind: 'merged', other: anIncidentId(1) }, at: null },
  ])
})

test('several incidents are calm: the higher level first, the others a row each', async () => {
  const water = anIncident({ id: anIncidentId(2), symptoms: ['water'], level: 2 })
  const screen = await open(benchOf({ incidents: [anIncident(), water] }))

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Vann' })).toBeVisible()
  await screen
    .getByRole('list', { name: 'Også nå' })
    .getByRole('link', { name: /^Strøm siden 02:41/ })
    .click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Strøm' })).toBeVisible()
})

test('the cards in use lead to their deadlines', async () => {
  const screen = await open(benchOf())

  await expect
    .element(screen.getByRole('link', { name: 'TK-01 Strøm' }))
    .toHaveAttribute('href', `/hendelse/${anIncidentId(1)}/kort/tk-01`)
})

test('a phone without network says until when all phones agreed', async () => {
  const screen = await open(benchOf({ sync: { line: 'offline' }, known: { lastShared: later } }))

  await expect.element(screen.getByText(/sist felles 02:50/)).toBeVisible()
})

test('an incident elsewhere is a banner on the quiet page', async () => {
  const bench = benchOf({ incidents: [anIncident({ area: { zones: [sor1], streets: [] } })] })
  const screen = await bench.draw('/')

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Nå' })).toBeVisible()
  await expect
    .element(screen.getByRole('list', { name: 'Andre steder' }).getByRole('listitem'))
    .toMatchTextContent('Strøm siden 02:41')
  await expect.element(screen.getByRole('link', { name: 'Hva virker ikke?' })).toBeVisible()
})

test('what is planned stands under what is worth knowing, with what is due before it', async () => {
  const startsAt = Instant.parse('2026-11-24T00:00:00.000Z')
  const announcedEnd = Instant.parse('2026-11-24T03:00:00.000Z')
  const planned = anIncident({ symptoms: ['ehr'], startsAt, announcedEnd })
  const step = aRunningStep({
    step: { lead: null, text: 'Skriv ut arbeidslisten.' },
    dueAt: Instant.parse('2026-11-23T22:00:00.000Z'),
  })
  const bench = benchOf({
    incidents: [planned],
    answers: { tasks: () => Promise.resolve(openReading([step])) },
  })
  const screen = await bench.draw('/')

  await expect.element(screen.getByText('CosDoc i morgen 01:00–04:00')).toBeVisible()
  await expect
    .element(screen.getByText('Planlagt. Skriv ut arbeidslisten. Frist 23:00.'))
    .toBeVisible()
})

test('a leader is told of what was written after it was over', async () => {
  const closed = { by: per, at: later, word: null, fact: anEntryId(5) }
  const over = anIncident({ standing: 'closed', closed, late: [anEntryId(6)] })
  const screen = await benchOf({ role: 'sectionLeader', incidents: [over] }).draw('/')

  await expect
    .element(screen.getByText('Strøm: 1 ting ble skrevet etter at hendelsen var over'))
    .toBeVisible()
})

test('no line is wider than a phone of 320 pixels', async () => {
  await page.viewport(320, 568)
  await open(
    benchOf({ incidents: [anIncident({ symptoms: ['supervision', 'dispenser', 'lock'] })] }),
  )

  const width = document.documentElement.scrollWidth
  await page.viewport(414, 896)

  expect(width).toBeLessThanOrEqual(320)
})

test('an unknown incident says that it may have been taken back', async () => {
  const screen = await benchOf({ incidents: [] }).draw(`/hendelse/${anIncidentId(8)}`)

  await expect.element(screen.getByText('Hendelsen finnes ikke på telefonen')).toBeVisible()
})
