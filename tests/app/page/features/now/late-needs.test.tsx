import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { Instant } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aPatient, aPatientId } from '../../../../support/a-patient.ts'
import { aContactFact } from '../../../../support/a-person-fact.ts'
import {
  anEntryId,
  anIncident,
  anIncidentId,
  nord2,
  per,
} from '../../../../support/a-shown-incident.ts'
import { aPerson } from '../../../../support/an-outage.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'

const aud = aPatient({
  id: aPatientId(1),
  name: { family: 'Solbakken', given: 'Aud' },
  phone: '90000117',
})
const closedAt = Instant.parse('2026-11-23T01:50:00.000Z')
const over = anIncident({
  standing: 'closed',
  closed: { by: per, at: closedAt, word: null, fact: anEntryId(5) },
})
const needsVisit = {
  shown: aContactFact({
    patientId: aud.id,
    state: 'needsVisit',
    at: Instant.parse('2026-11-23T02:05:00.000Z'),
    author: per,
  }),
  beside: [],
}
const needed = { lateNeeds: [{ incident: over.id, patients: [aud.id] }] }

type Options = Parameters<typeof incidentBench>[0]

function benchOf(options: Options = {}) {
  return incidentBench({
    role: 'sectionLeader',
    incidents: [over],
    known: needed,
    ...options,
    answers: {
      person: () => Promise.resolve(openReading(aPerson(aud, { contact: needsVisit }))),
      ...options.answers,
    },
  })
}

test('axe finds nothing, and no line is wider than a phone of 320 pixels', async () => {
  await page.viewport(320, 568)
  const bench = benchOf()
  const screen = await bench.draw('/')
  await expect.element(screen.getByRole('alert')).toBeVisible()

  const width = document.documentElement.scrollWidth
  const findings = await axeFindingsInBothSchemes(bench.services.appearance)
  await page.viewport(414, 896)

  expect(width).toBeLessThanOrEqual(320)
  expect(findings).toEqual([])
})

test('who needs a visit after it was over stands first, with who said so, and can be rung from there', async () => {
  const screen = await benchOf().draw('/')
  const alert = screen.getByRole('alert')

  await expect.element(alert).toMatchTextContent(/Solbakken, Aud.*Trenger besøk 03:05, Per/)
  await expect.element(alert).toMatchTextContent(/Ingen har tatt besøket/)
  await expect.element(alert).toMatchTextContent(/Strøm er sagt over 02:50/)
  const call = alert.getByRole('link', { name: /^Ring Solbakken, Aud/ })
  await expect.element(call).toHaveAttribute('href', 'tel:+4790000117')
  const first = screen.getByRole('main').getByRole('link').first()
  await expect.element(first).toMatchTextContent(/Solbakken, Aud/)
})

test('it stands on top of another incident that runs too', async () => {
  const other = anIncident({ id: anIncidentId(2), symptoms: ['mobile'] })
  const screen = await benchOf({ incidents: [other, over] }).draw('/')
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Mobil' })).toBeVisible()

  await expect
    .element(screen.getByRole('heading', { level: 2 }).first())
    .toMatchTextContent('Trenger besøk etter at det var over')
})

test('a leader opens the incident again from there; a nurse goes to the visit', async () => {
  const leader = await benchOf().draw('/')
  await expect
    .element(leader.getByRole('link', { name: 'Åpne hendelsen igjen' }))
    .toHaveAttribute('href', `/hendelse/${over.id}/endre`)
  await leader.unmount()

  const nurse = await benchOf({ role: 'nurse' }).draw('/')

  await expect
    .element(nurse.getByRole('alert').getByRole('link', { name: /^Solbakken, Aud/ }))
    .toHaveAttribute('href', `/bruker/${aud.id}/hendelse?hendelse=${over.id}`)
  await expect
    .element(nurse.getByRole('link', { name: 'Åpne hendelsen igjen' }))
    .not.toBeInTheDocument()
})

test('one who is not on this phone is said to be so, with whom to ring', async () => {
  const where = { zone: { id: nord2, name: 'Nord 2' }, phone: '33 00 00 00', role: 'HDU-vakt' }
  const screen = await benchOf({
    answers: {
      person: () => Promise.resolve(openReading(null)),
      whereIs: () => Promise.resolve(openReading(where)),
    },
  }).draw('/')

  await expect
    .element(screen.getByRole('alert'))
    .toMatchTextContent(/Ikke på denne telefonen – sone Nord 2.*HDU-vakt, tlf\. 33 00 00 00/)
})

test('more than three are counted, with the way to all of them', async () => {
  const patients = [1, 2, 3, 4, 5].map((n) => aPatientId(n))
  const screen = await benchOf({
    known: { lateNeeds: [{ incident: over.id, patients }] },
  }).draw('/')

  await expect
    .element(screen.getByRole('link', { name: '2 til trenger besøk' }))
    .toHaveAttribute('href', `/besok?hendelse=${over.id}`)
})

test('nothing stands there while nobody needs a visit', async () => {
  const screen = await benchOf({ known: {} }).draw('/')

  await expect.element(screen.getByRole('link', { name: 'Hva virker ikke?' })).toBeVisible()
  await expect
    .element(screen.getByText('Trenger besøk etter at det var over'))
    .not.toBeInTheDocument()
})
