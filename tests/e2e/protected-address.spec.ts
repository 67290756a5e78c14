import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { ahmed, enrol, nina } from './actions/enrol.ts'
import { goTo, openPatient } from './actions/work.ts'

/** Of the demo's Nord 2: strictly confidential, and one with a key box. */
const berg = { patient: 'Berg, Anna Ingrid', search: 'berg anna' }
const bergLives = 'Åsveien 148 B'
const somby = { patient: 'Somby, Máret', search: 'somby' }
const sombysCode = '4071'

test.describe.configure({ timeout: 180_000 })

test('a hidden address is counted everywhere, and shown to a shift lead who says why', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const leadersLaptop = await takePhone('laptop')

  const nurse = await phone.open(app.url)
  await enrol(nurse, nina)
  await goTo(nurse, '/lister/samtlige')
  await expect(nurse.getByText('67 brukere, 1 med skjult adresse')).toBeVisible()
  await openPatient(nurse, berg)
  await expect(
    nurse.getByText('Adressen er ikke på denne telefonen. Ring ansvarsvakt.'),
  ).toBeVisible()
  await expect(nurse.getByRole('button', { name: 'Nødrettstilgang' })).toHaveCount(0)
  await expect(nurse.getByText(/Koden kan bare vises av den som har tilgang/)).toBeVisible()
  await expect(nurse.getByText(bergLives)).toHaveCount(0)

  const leader = await leadersLaptop.open(app.url)
  await enrol(leader, ahmed)
  await openPatient(leader, berg)
  await expect(leader.getByText(bergLives)).toHaveCount(0)
  await askForTheAddress(leader)
  await expect(leader.getByText(bergLives)).toBeVisible()

  await openPatient(leader, somby)
  await leader.getByRole('button', { name: 'Vis kode' }).click()
  await expect(leader.getByText(sombysCode)).toBeVisible()

  await goTo(leader, '/sendt')
  const rows = leader.getByRole('listitem')
  await expect(rows.filter({ hasText: 'Nødrettstilgang' })).toContainText(berg.patient)
  await expect(rows.filter({ hasText: 'Viste kode' })).toContainText(somby.patient)
  await Promise.all([phone.remove(), leadersLaptop.remove()])
  await app.remove()
})

async function askForTheAddress(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nødrettstilgang' }).click()
  await page.getByLabel('Hvorfor må du se adressen?').fill('kort')
  await page.getByRole('button', { name: 'Vis adressen' }).click()
  await expect(page.getByText('Skriv en grunn, minst ti tegn.')).toBeVisible()
  await page.getByLabel('Hvorfor må du se adressen?').fill('Alarm uten svar, må kjøre dit')
  await page.getByRole('button', { name: 'Vis adressen' }).click()
}
