import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { enrol, nina, solveig } from './actions/enrol.ts'
import { goTo, openPatient, sendNow } from './actions/work.ts'

const fileName = 'brukerliste_uke49.csv'
const newcomer = { patient: 'Nyberg, Prøve', search: 'nyberg' }

const header = 'Løpenr;Navn;Født;Adresse;Postnr;Poststed;Telefon;Sone;Tjenester;Alle må vite'
const rows = [
  '80101;Nyberg, Prøve;14.03.1941;Prøvegata 1;3230;Sandefjord;900 00 901;nord-2;TRY;Anafylaksi på nøtter',
  '80102;Moberg, Prøve;15.03.1942;Prøvegata 2;3230;Sandefjord;900 00 902;Nordd 2;TRY;',
  '80103;Solberg, Prøve;16.03.1943;Prøvegata 3;3230;Sandefjord;900 00 903;Nrod 9;TRY;',
  '80103;Solberg, Prøve;16.03.1943;Prøvegata 3;3230;Sandefjord;900 00 903;Nrod 9;VEM;',
  'Antall brukere: 3',
]

test.describe.configure({ timeout: 300_000 })

let app: RunningApp
let laptop: RealPhone
let phone: RealPhone

test.beforeAll(async () => {
  app = await runApp()
  laptop = await takePhone('laptop')
  phone = await takePhone('phone')
})

test.afterAll(async () => {
  await Promise.all([laptop, phone].map((one) => one.remove()))
  await app.remove()
})

// Without network there is nobody to give a list to: the screen says so (`ImportScreen.test.tsx`).
test('a leader answers what only she can answer, has the list at once, and takes it out again', async () => {
  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  const nurse = await phone.open(app.url)
  await enrol(nurse, nina)

  await readList(leader)
  await sayWhatTheColumnIs(leader)
  await placeTheZones(leader)
  await leader.getByLabel(/skal ut av listen/).check()
  await leader.getByRole('button', { name: 'Ta inn 3 brukere' }).click()

  await expect(leader.getByText('3 brukere er tatt inn')).toBeVisible()
  await expect(leader.getByText(/^Ny sone: Nord 9, 1 bruker\./)).toBeVisible()
  await openPatient(leader, newcomer)
  await expect(leader.getByText('Anafylaksi på nøtter').first()).toBeVisible()

  await sendNow(nurse)
  await openPatient(nurse, newcomer)
  await expect(nurse.getByText('Anafylaksi på nøtter').first()).toBeVisible()

  await takeItOutAgain(leader)
})

async function readList(leader: Page): Promise<void> {
  await goTo(leader, '/ukens-lister')
  await leader.getByLabel('Fil fra EPJ').setInputFiles({
    name: fileName,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${[header, ...rows].join('\r\n')}\r\n`),
  })
  await leader.getByRole('button', { name: 'Les filen' }).click()
  await expect(leader.getByRole('button', { name: 'Ta inn 3 brukere' })).toBeDisabled()
  await expect(leader.getByRole('region', { name: 'Slått sammen' })).toContainText('1 rad hører')
  await expect(leader.getByRole('region', { name: /^Hoppet over/ })).toContainText('Antall brukere')
}

async function sayWhatTheColumnIs(leader: Page): Promise<void> {
  const question = leader.getByRole('region', { name: 'Kolonnen Alle må vite' })
  await expect(question).toContainText('«Anafylaksi på nøtter»')
  await question.getByRole('radio', { name: 'CAVE og allergi' }).check()
  await question.getByRole('button', { name: 'Lagre svaret og les filen på nytt' }).click()
  await expect(leader.getByText(/leses slik det er svart før: CAVE og allergi/)).toBeVisible()
}

async function placeTheZones(leader: Page): Promise<void> {
  const misspelt = leader.getByRole('region', { name: 'Ny sone: Nordd 2' })
  await misspelt.getByRole('radio', { name: 'Legg under en sone vi har' }).check()
  await misspelt.getByLabel('Sonen de hører til').selectOption('nord-2')
  await expect(leader.getByText(/^Nordd 2 i filen er lagt under Nord 2\./)).toBeVisible()
  const wrong = leader.getByRole('region', { name: 'Ny sone: Nrod 9' })
  await wrong.getByRole('radio', { name: 'Rett navnet' }).check()
  await wrong.getByLabel('Riktig navn på sonen').fill('Nord 9')
  await wrong.getByRole('button', { name: 'Bruk dette navnet' }).click()
  await expect(leader.getByRole('region', { name: 'Ny sone: Nord 9' })).toContainText('får sonen')
}

async function takeItOutAgain(leader: Page): Promise<void> {
  await goTo(leader, '/ukens-lister')
  const last = leader.getByRole('region', { name: 'Siste liste' })
  await expect(last).toContainText(fileName)
  await expect(last).toContainText(/Tatt inn i dag \d\d:\d\d av Solveig/)
  await last.getByRole('button', { name: 'Hent tilbake forrige uke' }).click()
  await last.getByRole('button', { name: 'Ja, hent tilbake forrige uke' }).click()
  await expect(leader.getByText(/^Forrige liste er hentet tilbake/)).toBeVisible()
}
