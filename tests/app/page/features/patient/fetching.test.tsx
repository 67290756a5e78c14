import { expect, test } from 'vitest'
import type { ReadPatientDetails } from '#contract/read-patient-details.ts'
import { accepted, refused } from '#domain/base/result.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { PartRead } from '#domain/amendments/part-read.ts'
import type { PatientPart } from '#domain/patient/patient-part.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { monday, screenBench, type ScreenBench } from '../../../../support/screen-bench.tsx'

const marevan: Medication = {
  name: 'Marevan',
  activeIngredient: null,
  strength: '2,5 mg',
  form: null,
  route: null,
  kind: 'regular',
  doses: [],
  dosageText: null,
  indication: null,
  timeCritical: true,
  multidose: false,
  startedOn: null,
  stoppedOn: null,
  remark: null,
}

function answerTo({ patientId, part }: ReadPatientDetails): PartRead {
  const details: PatientDetails = {
    patientId,
    personalNumber: null,
    gender: null,
    diagnoses: ['Atrieflimmer'],
    resuscitation: null,
    nutrition: null,
    pharmacy: null,
    medications: [marevan],
    medicationsReviewedOn: null,
    asOf: monday,
  }
  const answers: Record<PatientPart, PartRead> = {
    details: { part: 'details', details },
    code: { part: 'code', codes: [{ code: '4071', opens: { kind: 'other', label: 'Port' } }] },
    address: {
      part: 'address',
      address: { street: 'Åsveien 148 B', postalCode: null, city: null, detail: null },
      phone: '90000001',
    },
  }
  return answers[part]
}

/** The on-call employee's laptop, and what it asked the server for. */
async function onCall({ isUp = true } = {}) {
  const asked: ReadPatientDetails[] = []
  const bench = await screenBench({
    role: 'hdu',
    classes: ['critical'],
    api: {
      readPatientDetails: (message) => {
        asked.push(message)
        return Promise.resolve(
          isUp ? accepted(answerTo(message)) : refused({ kind: 'unreachable' } as const),
        )
      },
    },
  })
  await bench.enrol()
  return { bench, asked }
}

async function card(bench: ScreenBench, family: string) {
  const reading = await bench.device.core().queries.searchPatients(family, null)
  const id = reading.kind === 'open' ? reading.value[0]?.id : undefined
  const screen = await bench.draw(`/bruker/${id ?? ''}`)
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()
  return screen
}

test('the sheet is fetched with a reason, and read on a screen of its own', async () => {
  const { bench, asked } = await onCall()
  const screen = await card(bench, 'Somby')
  await expect
    .element(screen.getByRole('link', { name: 'Åpne legemiddelark' }))
    .not.toBeInTheDocument()

  await screen.getByRole('button', { name: 'Hent legemiddelark og detaljer' }).click()
  expect(await axeFindings()).toEqual([])
  await screen.getByRole('radio', { name: 'Veileder enheten på telefon' }).click()
  await screen.getByLabelText('Med egne ord').fill('Datter har ringt')
  await screen.getByRole('button', { name: 'Hent og vis' }).click()

  await expect.element(screen.getByText('Atrieflimmer')).toBeVisible()
  await expect.element(screen.getByText(/Vises til 17:08, eller til du låser/)).toBeVisible()
  expect(asked).toMatchObject([
    { part: 'details', reason: 'Veileder enheten på telefon: Datter har ringt', world: 'real' },
  ])
  expect(await axeFindings()).toEqual([])
  await screen.getByRole('link', { name: 'Åpne legemiddelark' }).click()
  await expect.element(screen.getByText(/Marevan/)).toBeVisible()
})

test('without a reason of two words nothing is asked for', async () => {
  const { bench, asked } = await onCall()
  const screen = await card(bench, 'Somby')

  await screen.getByRole('button', { name: 'Hent legemiddelark og detaljer' }).click()
  await screen.getByLabelText('Med egne ord').fill('Nødsituasjon')
  await screen.getByRole('button', { name: 'Hent og vis' }).click()

  await expect.element(screen.getByText('Velg eller skriv en grunn, minst to ord.')).toBeVisible()
  expect(asked).toEqual([])
})

test('a code is fetched by itself, and says what it opens', async () => {
  const { bench, asked } = await onCall()
  const screen = await card(bench, 'Somby')

  await screen.getByRole('button', { name: 'Hent kode' }).click()
  await screen.getByRole('radio', { name: 'Følger alarmer på annen måte' }).click()
  await screen.getByRole('button', { name: 'Hent og vis koden' }).click()

  await expect.element(screen.getByText('4071')).toBeVisible()
  await expect.element(screen.getByText('Port')).toBeVisible()
  expect(asked.map(({ part }) => part)).toEqual(['code'])
  await expect.element(screen.getByText('Atrieflimmer')).not.toBeInTheDocument()
})

test('a hidden address is fetched by itself', async () => {
  const { bench } = await onCall()
  const screen = await card(bench, 'Berg Anna')

  await screen.getByRole('button', { name: 'Hent adressen' }).click()
  await screen.getByRole('radio', { name: 'Følger alarmer på annen måte' }).click()
  await screen.getByRole('button', { name: 'Hent og vis adressen' }).click()

  await expect.element(screen.getByText(/Åsveien 148 B/)).toBeVisible()
})

test('after an hour it is gone from the screen', async () => {
  const { bench } = await onCall()
  const screen = await card(bench, 'Somby')
  await screen.getByRole('button', { name: 'Hent legemiddelark og detaljer' }).click()
  await screen.getByRole('radio', { name: 'Veileder enheten på telefon' }).click()
  await screen.getByRole('button', { name: 'Hent og vis' }).click()
  await expect.element(screen.getByText('Atrieflimmer')).toBeVisible()

  bench.passMinutes(60)

  await expect
    .element(screen.getByText('Atrieflimmer'), { timeout: 15_000 })
    .not.toBeInTheDocument()
  await expect
    .element(screen.getByRole('button', { name: 'Hent legemiddelark og detaljer' }))
    .toBeVisible()
}, 30_000)

test('a lock drops it: who unlocks again must say why again', async () => {
  const { bench } = await onCall()
  const screen = await card(bench, 'Somby')
  await screen.getByRole('button', { name: 'Hent legemiddelark og detaljer' }).click()
  await screen.getByRole('radio', { name: 'Veileder enheten på telefon' }).click()
  await screen.getByRole('button', { name: 'Hent og vis' }).click()
  await expect.element(screen.getByText('Atrieflimmer')).toBeVisible()

  await bench.device.lock()
  await expect.element(screen.getByText('Skriv koden din')).toBeVisible()
  await expect.element(screen.getByText('Atrieflimmer')).not.toBeInTheDocument()
})

test('without network it says whom to ring instead', async () => {
  const { bench, asked } = await onCall({ isUp: false })
  bench.server.stop()
  await bench.device.core().syncNow()
  const screen = await card(bench, 'Somby')

  await expect.element(screen.getByText(/ring ansvarsvakta i Nord 2/).first()).toBeVisible()
  await screen.getByRole('button', { name: 'Prøv å hente likevel' }).click()
  await screen.getByRole('radio', { name: 'Veileder enheten på telefon' }).click()
  await screen.getByRole('button', { name: 'Hent og vis' }).click()

  await expect.element(screen.getByText('Dette trenger nett').first()).toBeVisible()
  await expect.poll(() => asked).toHaveLength(1)
})

test('colleagues’ notes are said to be with the zone, and the front page what she has', async () => {
  const { bench } = await onCall()
  const screen = await card(bench, 'Somby')
  await expect.element(screen.getByText(/Notatene fra kollegene er hos sonen/)).toBeVisible()
  await expect.element(screen.getByText('Hovedkortet er ikke hentet ennå')).not.toBeInTheDocument()
  await screen.unmount()

  const front = await bench.draw('/')
  await expect.element(front.getByText(/Du har det kritiske om brukerne/)).toBeVisible()
  await front
    .getByRole('main')
    .getByRole('link', { name: /Lister/ })
    .click()
  await expect.element(front.getByRole('link', { name: /BST/ })).toBeVisible()
})

test('a sheet that is not in memory is fetched on the card', async () => {
  const { bench } = await onCall()
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const id = reading.kind === 'open' ? reading.value[0]?.id : undefined
  const screen = await bench.draw(`/bruker/${id ?? ''}/legemiddelark`)

  await expect.element(screen.getByText('Legemiddelarket er ikke hentet')).toBeVisible()
})

test('her device is ready without the sheets', async () => {
  const { bench } = await onCall()
  const screen = await bench.draw('/klargjor')

  await expect.element(screen.getByText(/Prøv uten nett til slutt/)).toBeVisible()
  await expect
    .element(screen.getByText('Hentes for én bruker om gangen, når du har nett'))
    .toBeVisible()
})
