import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { accepted, refused } from '#domain/base/result.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aDevice, aPatient, aPatientId } from '../../../../support/a-patient.ts'
import { aCountdownRow, anIncident } from '../../../../support/a-shown-incident.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'

const path = `/bruker/${aPatientId(1)}/isbar`

const aud = aPatient({
  name: { family: 'Solbakken', given: 'Aud' },
  phone: '90000117',
  address: { street: 'Furuveien 12', postalCode: '3210', city: 'Sandefjord', detail: null },
  livesAlone: true,
  critical: [
    { kind: 'cave', text: 'penicillin' },
    { kind: 'treatment', text: 'respirator hele døgnet' },
  ],
  devices: [aDevice({ kind: 'suction' })],
  priority: { level: 'P1', reasons: [], confirmed: null },
})

type BenchOptions = Parameters<typeof incidentBench>[0] & { patient?: Partial<Patient> }

function benchOf({ patient, ...options }: BenchOptions = {}) {
  return incidentBench({
    role: 'shiftLead',
    incidents: [anIncident({ symptoms: ['power', 'mobile'] })],
    ...options,
    reader: { findPatient: () => Promise.resolve(openReading({ ...aud, ...patient })) },
    answers: {
      person: () =>
        Promise.resolve(
          openReading({
            patient: aud,
            rows: [aCountdownRow()],
            contact: null,
            visits: [],
            doses: [],
            history: [],
          }),
        ),
    },
  })
}

async function open(bench: ReturnType<typeof benchOf>) {
  const screen = await bench.draw(path)
  await expect.element(screen.getByRole('heading', { name: 'Les opp (ISBAR)' })).toBeVisible()
  return screen
}

test('axe finds nothing on what is read aloud', async () => {
  const bench = benchOf()
  await open(bench)

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('it says who calls and about whom, and where she lives', async () => {
  const part = (await open(benchOf())).getByRole('region', { name: 'I – Hvem' })

  await expect
    .element(part)
    .toMatchTextContent(/Jeg heter Kari Lund, sykepleier i hjemmetjenesten, Nord 2\./)
  await expect.element(part).toMatchTextContent(/Aud Solbakken, født 14\.03\.1941, 85 år/)
  await expect.element(part).toMatchTextContent(/Furuveien 12, 3210.Sandefjord/)
})

test('it says what is down and since when, and when her device is empty', async () => {
  const part = (await open(benchOf())).getByRole('region', { name: 'S – Situasjon' })

  await expect.element(part).toMatchTextContent(/strøm og mobil, siden 02:41/)
  await expect
    .element(part)
    .toMatchTextContent(/Respirator: tom kl\. 04:11, om 59 min\. Ingen reserve registrert\./)
})

test('what can kill is read first of the background', async () => {
  const part = (await open(benchOf())).getByRole('region', { name: 'B – Bakgrunn' })

  await expect
    .element(part)
    .toMatchTextContent(/CAVE: penicillin\..*Respirator hele døgnet\..*Bor alene\./)
  await expect.element(part).toMatchTextContent(/Diagnoser og HLR er ikke på telefonen/)
})

test('the recorded deadline and the last contact stand as what is known', async () => {
  const part = (await open(benchOf())).getByRole('region', { name: 'A – Vurdering' })

  await expect.element(part).toMatchTextContent(/Prioritet P1, foreslått\./)
  await expect.element(part).toMatchTextContent(/innen kl\. 04:11/)
  await expect.element(part).toMatchTextContent(/Ikke kontaktet ennå/)
})

test('what she asks for is chosen by a press and read aloud', async () => {
  const screen = await open(benchOf())

  await screen.getByLabelText('flytting før batteriet er tomt').click()

  await expect.element(screen.getByText('Jeg ber om flytting før batteriet er tomt.')).toBeVisible()
})

test('both numbers are a press away', async () => {
  const screen = await open(benchOf())

  await expect
    .element(screen.getByRole('link', { name: 'Ring 113' }))
    .toHaveAttribute('href', 'tel:113')
  await expect
    .element(screen.getByRole('link', { name: 'Ring 116 117' }))
    .toHaveAttribute('href', 'tel:116117')
})

test('a hidden address is not read aloud from here', async () => {
  const hidden = { address: null, addressProtection: 'confidential', phone: null } as const
  const part = (await open(benchOf({ patient: hidden }))).getByRole('region', { name: 'I – Hvem' })

  await expect.element(part).toMatchTextContent(/Adressen er skjult/)
})

test('the opening is logged before anything is shown', async () => {
  const disk: { logs: (() => void)[] } = { logs: [] }
  const opened: string[] = []
  const bench = benchOf({
    openings: {
      async open(patientId) {
        opened.push(patientId)
        await new Promise<void>((resolve) => disk.logs.push(resolve))
        return accepted(null)
      },
    },
  })
  const screen = await bench.draw(path)
  await expect.poll(() => opened).toEqual([aud.id])
  expect(screen.getByText(/Solbakken/).query()).toBeNull()

  for (const log of disk.logs) log()

  await expect.element(screen.getByText(/Aud Solbakken/)).toBeVisible()
})

test('nothing is shown of a card whose opening cannot be logged', async () => {
  const bench = benchOf({
    openings: { open: () => Promise.resolve(refused({ kind: 'storageFailed' } as const)) },
  })
  const screen = await bench.draw(path)

  await expect.element(screen.getByText(/åpningen ikke lot seg logge/)).toBeVisible()
  expect(screen.getByText(/Solbakken/).query()).toBeNull()
})

test('outside of an incident it says that none is reported', async () => {
  const part = (await open(benchOf({ incidents: [] }))).getByRole('region', {
    name: 'S – Situasjon',
  })

  await expect.element(part).toMatchTextContent(/Ingen hendelse er meldt i sonen/)
})

test('no line is wider than a phone of 320 pixels', async () => {
  await page.viewport(320, 568)
  await open(benchOf())

  const width = document.documentElement.scrollWidth
  await page.viewport(414, 896)

  expect(width).toBeLessThanOrEqual(320)
})
