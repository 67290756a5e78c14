import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ZoneId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import type { ZoneOfIncident } from '#app/bridge/incident-queries.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aBoard, anIncident, nord2 } from '../../../../support/a-shown-incident.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'

const sor1 = ZoneId.parse('sor-1')
const incident = anIncident({ area: { zones: [nord2, sor1], streets: [] } })
const sums = { incident: incident.id, people: 31, notReached: 9 }
const nobody = { phone: null, role: null }

const inNord2: ZoneOfIncident = {
  zone: { id: nord2, name: 'Nord 2' },
  isHere: false,
  sums: { ...sums, zone: nord2, notContacted: 6, noAnswer: 1, needsVisit: 2, red: 1 },
  whom: { phone: '900 00 102', role: 'Ansvarsvakt Nord 2' },
}
const inSor1: ZoneOfIncident = {
  zone: { id: sor1, name: 'Sør 1' },
  isHere: false,
  sums: null,
  whom: nobody,
}

type Options = Parameters<typeof incidentBench>[0]

function benchOf(zones: readonly ZoneOfIncident[], options: Options = {}) {
  return incidentBench({
    role: 'hdu',
    incidents: [incident],
    known: { lastShared: Instant.parse('2026-11-23T01:58:00.000Z') },
    reader: {
      listZoneNames: () => Promise.resolve(openReading(zones.map(({ zone }) => zone))),
    },
    ...options,
    answers: {
      board: () => Promise.resolve(openReading(aBoard())),
      zones: () => Promise.resolve(openReading(zones)),
      ...options.answers,
    },
  })
}

test('axe finds nothing, and no line is wider than a phone of 320 pixels', async () => {
  await page.viewport(320, 568)
  const bench = benchOf([inNord2, inSor1])
  const screen = await bench.draw('/')
  await expect.element(screen.getByRole('list', { name: 'Sone for sone' })).toBeVisible()

  const width = document.documentElement.scrollWidth
  const findings = await axeFindingsInBothSchemes(bench.services.appearance)
  await page.viewport(414, 896)

  expect(width).toBeLessThanOrEqual(320)
  expect(findings).toEqual([])
})

test('HDU sees zone by zone who is not reached, who needs a visit and who needs AMK, and whom to ring', async () => {
  const screen = await benchOf([inNord2, inSor1]).draw('/')
  const list = screen.getByRole('list', { name: 'Sone for sone' })
  const [first, second] = [list.getByRole('listitem').nth(0), list.getByRole('listitem').nth(1)]

  await expect
    .element(first)
    .toMatchTextContent(
      /Nord 2.*9 av 31 ikke nådd.*2 trenger besøk · 1 svarer ikke · 6 ikke kontaktet/,
    )
  await expect.element(first).toMatchTextContent('1 trenger AMK eller flytting nå')
  await expect
    .element(first)
    .toMatchTextContent(
      /Ikke på denne telefonen – sone Nord 2, Ansvarsvakt Nord 2, tlf\. 900 00 102/,
    )
  await expect
    .element(second)
    .toMatchTextContent(/Sør 1.*Ikke talt av serveren ennå.*Sonen har ikke eget nummer under Numre/)
  await expect.element(screen.getByText('talt av serveren, hentet 02:58')).toBeVisible()
})

test('what is recorded of people does not pass for how it stands on a phone without what their zones have said', async () => {
  const screen = await benchOf([inNord2]).draw('/')
  await expect.element(screen.getByText('4 igjen')).toBeVisible()

  await expect.element(screen.getByText('Ikke fått kontakt')).not.toBeInTheDocument()
  await expect.element(screen.getByText('Solbakken, Aud')).not.toBeInTheDocument()
})

test('where the incident is stands by name, never by id', async () => {
  const screen = await benchOf([inNord2, inSor1]).draw('/')

  await expect.element(screen.getByText(/Nord 2 og Sør 1 · nivå 1/)).toBeVisible()
  await expect.element(screen.getByText(/sor-1/)).not.toBeInTheDocument()
})

test('a nurse sees the zones that are not on her phone, below her own work', async () => {
  const screen = await benchOf([{ ...inNord2, isHere: true }, inSor1], { role: 'nurse' }).draw('/')
  const list = screen.getByRole('list', { name: 'Soner som ikke er på denne telefonen' })
  await expect.element(list).toMatchTextContent(/Sør 1/)
  await expect.element(list).not.toMatchTextContent(/Nord 2/)

  const headings = screen.getByRole('heading', { level: 2 }).elements()
  const texts = headings.map(({ textContent }) => textContent)

  expect(texts.indexOf('Kort i bruk')).toBeLessThan(
    texts.indexOf('Soner som ikke er på denne telefonen'),
  )
})

test('a phone that has all zones of the incident says nothing of others', async () => {
  const screen = await benchOf([{ ...inNord2, isHere: true }], { role: 'nurse' }).draw('/')

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Strøm' })).toBeVisible()
  await expect
    .element(screen.getByText('Soner som ikke er på denne telefonen'))
    .not.toBeInTheDocument()
})
