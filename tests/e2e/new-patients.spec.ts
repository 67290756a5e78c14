import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { enrol, nina, solveig, unlock } from './actions/enrol.ts'
import { fillVisitNote, goTo, openPatient, sendNow, sign, takeInWeekList } from './actions/work.ts'
import { weekList } from './actions/week-list.ts'

/** As the nurse was told by telephone. */
const misheard = 'Gravdahl, Åshild'
const wrote = 'Fikk middag og medisiner'

test.describe.configure({ timeout: 300_000 })

let app: RunningApp
let phone: RealPhone
let laptop: RealPhone

test.beforeAll(async () => {
  app = await runApp()
  phone = await takePhone('phone')
  laptop = await takePhone('laptop')
})

test.afterAll(async () => {
  await Promise.all([phone, laptop].map((one) => one.remove()))
  await app.remove()
})

test('a patient who is registered without network is one with the next list’s when a leader says so, and apart when she undoes it', async () => {
  let nurse = await phone.open(app.url)
  await enrol(nurse, nina)
  await app.kill()
  nurse = await phone.open(app.url)
  await unlock(nurse, nina)

  const number = await register(nurse)
  await fillVisitNote(nurse, wrote)
  await sign(nurse)
  await find(nurse, number.replaceAll('-', ' ').toLowerCase(), misheard)

  await app.start()
  await sendNow(nurse)
  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  await find(leader, number, misheard)
  await expect(leader.getByText(wrote)).toBeVisible()

  await takeInWeekList(leader)
  await leader.getByRole('link', { name: 'Avgjør nye brukere' }).click()
  await expect(leader.getByText('Kan være Gravdal, Åshild Kjærstad')).toBeVisible({
    timeout: 60_000,
  })
  await leader.getByRole('button', { name: 'Samme person' }).click()
  await expect(leader.getByText(/^Samme person som Gravdal/)).toBeVisible()

  await openPatient(leader, weekList)
  await expect(leader.getByText(wrote)).toBeVisible()
  await expect(leader.getByRole('region', { name: 'Også registrert som' })).toContainText(number)
  await find(leader, number, weekList.patient)
  await find(leader, '70101', weekList.patient)

  await goTo(leader, '/nye-brukere')
  await leader.getByRole('button', { name: 'Angre' }).click()
  await expect(leader.getByRole('button', { name: 'Samme person' })).toBeVisible()
  await find(leader, number, misheard)
  await expect(leader.getByText(wrote)).toBeVisible()
})

/** From «Lister» to her card; answers the number that the phone gave her. */
async function register(nurse: Page): Promise<string> {
  const menu = nurse.getByRole('navigation', { name: 'Hovedmeny' })
  await menu.getByRole('link', { name: 'Lister', exact: true }).click()
  await nurse.getByRole('link', { name: 'Ny bruker' }).click()
  await nurse.getByRole('button', { name: 'Nå', exact: true }).click()
  await nurse.getByLabel('Hvem meldte?').fill('Medisin 3')
  await nurse.getByLabel('Ring tilbake til').fill('33 00 00 00')
  await nurse.getByLabel('Etternavn').fill('Gravdahl')
  await nurse.getByLabel('Fornavn').fill('Åshild')
  await nurse.getByLabel('Adresse: gate og nummer').fill(weekList.street)
  await nurse.getByLabel('Telefon', { exact: true }).fill('900 00 701')
  await nurse.getByLabel('Fødselsdato').fill('14.03.1941')
  await nurse.getByLabel('Tiltak').fill('Tilsyn kveld')
  await nurse.getByRole('button', { name: 'Signer' }).click()
  await expect(nurse.getByRole('heading', { level: 1, name: misheard })).toBeVisible()
  const box = nurse.getByRole('region', { name: 'Midlertidig bruker' })
  await expect(box).toContainText('Bare på denne telefonen ennå')
  return /NY(-\w{3}){3}/.exec(await box.innerText())?.[0] ?? ''
}

async function find(page: Page, search: string, patient: string): Promise<void> {
  await openPatient(page, { search, patient })
}
