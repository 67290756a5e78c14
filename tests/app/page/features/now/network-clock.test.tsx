import { expect, test } from 'vitest'
import { plusMinutes } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aBoard, anIncident, anIncidentId } from '../../../../support/a-shown-incident.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { night, openReading } from '../../../../support/page-bench.tsx'

type Options = Pick<Parameters<typeof incidentBench>[0] & object, 'role'>

async function aNight(
  incident: Parameters<typeof anIncident>[0],
  { role = 'nurse' }: Options = {},
) {
  const bench = incidentBench({
    role,
    incidents: [anIncident(incident)],
    answers: { board: () => Promise.resolve(openReading(aBoard())) },
  })
  const screen = await bench.draw('/')
  await expect.element(screen.getByRole('list', { name: 'Tall for hendelsen' })).toBeVisible()
  return { bench, screen }
}

test('while the power is gone in the zone, the front page says when the net may fall out, and what to do before', async () => {
  const { bench, screen } = await aNight({ symptoms: ['power'] }, { role: 'shiftLead' })

  const clock = screen.getByRole('region', { name: 'Mobilnett: kan falle ut fra 04:41' })
  await expect.element(clock.getByRole('heading')).toBeVisible()
  await expect
    .element(clock.getByRole('link', { name: 'Ring P1 og P2' }))
    .toHaveAttribute('href', `/ikke-fatt-kontakt?hendelse=${anIncidentId(1)}&liste=prioritet`)
  await expect.element(clock).toMatchTextContent(/Ring P1 og P2\s*før 04:41/)
  await clock.getByText('Nødnett, dispensere og alarmer').click()
  await expect.element(clock).toMatchTextContent(/Nødnett, minst\s*til 10:41/)
  await expect.element(clock).toMatchTextContent(/Medisindispensere, batteri\s*ca. 20:41/)
  await expect.element(clock).toMatchTextContent(/Trygghetsalarmer, batteri\s*ca. i morgen 02:41/)
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('whoever prints the binder is sent there, and others are told to fetch lists', async () => {
  const leader = await aNight({ symptoms: ['power'] }, { role: 'sectionLeader' })
  await expect
    .element(leader.screen.getByRole('link', { name: 'Hent lister og skriv ut' }))
    .toHaveAttribute('href', '/beredskapsperm')
})

test('when the time has passed nobody is told to ring before it', async () => {
  const { screen } = await aNight({ symptoms: ['power'], startsAt: plusMinutes(night, -130) })

  const clock = screen.getByRole('region', { name: 'Mobilnett: kan falle ut når som helst' })
  await expect.element(clock).toBeVisible()
  await expect.element(clock).not.toMatchTextContent('Ring P1')
})

test('a net that is gone is not counted down, and one street has no clock', async () => {
  const gone = await aNight({ symptoms: ['power', 'mobile'] })
  await expect
    .element(gone.screen.getByRole('region', { name: /^Nødnett: kan falle ut fra/ }))
    .toBeVisible()
  await expect.element(gone.screen.getByText(/^Mobilnett/)).not.toBeInTheDocument()
})

test('an outage of one street says nothing of the nets', async () => {
  const incident = anIncident()
  const { screen } = await aNight({
    symptoms: ['power'],
    area: { ...incident.area, streets: ['Furuveien'] },
  })
  await expect.element(screen.getByRole('region', { name: /kan falle ut/ })).not.toBeInTheDocument()
})
