import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { ahmed, enrol, nina } from './actions/enrol.ts'
import { lines, openOnLine } from './actions/lines.ts'
import { goTo, openPatient } from './actions/work.ts'

/** Of the demo's Nord 2: strictly confidential, and one with a key box. */
const berg = { patient: 'Berg, Anna Ingrid', search: 'berg anna' }
const bergLives = 'Åsveien 148 B'
const somby = { patient: 'Somby, Máret', search: 'somby' }
const sombysCode = '4071'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let app: RunningApp
let phone: RealPhone
let leadersLaptop: RealPhone

test.beforeAll(async () => {
  // The time of the tests above is not the hook's, which enrols two phones.
  test.setTimeout(240_000)
  app = await runApp()
  phone = await takePhone('phone')
  leadersLaptop = await takePhone('laptop')
  await enrol(await phone.open(app.url), nina)
  await enrol(await leadersLaptop.open(app.url), ahmed)
})

test.afterAll(async () => {
  await Promise.all([phone.remove(), leadersLaptop.remove()])
  await app.remove()
})

for (const line of lines) {
  test(`a hidden address is counted, and is not on a nurse's phone, ${line}`, async () => {
    const nurse = await openOnLine(line, { app, phone, employee: nina })

    await goTo(nurse, '/lister/samtlige')
    await expect(nurse.getByText('67 brukere, 1 med skjult adresse')).toBeVisible()
    await openPatient(nurse, berg)
    await expect(
      nurse.getByText('Adressen er ikke på denne telefonen. Ring ansvarsvakt.'),
    ).toBeVisible()
    await expect(nurse.getByRole('button', { name: 'Nødrettstilgang' })).toHaveCount(0)
    await expect(nurse.getByText(/Koden kan bare vises av den som har tilgang/)).toBeVisible()
    await expect(nurse.getByText(bergLives)).toHaveCount(0)
  })

  test(`a shift lead who says why sees the address and the code, and it is logged, ${line}`, async () => {
    const leader = await openOnLine(line, { app, phone: leadersLaptop, employee: ahmed })
    await openPatient(leader, berg)
    await expect(leader.getByText(bergLives)).toHaveCount(0)
    await askForTheAddress(leader)
    await expect(leader.getByText(bergLives)).toBeVisible()
    await openPatient(leader, somby)
    await leader.getByRole('button', { name: 'Vis kode' }).click()
    await expect(leader.getByText(sombysCode)).toBeVisible()

    await goTo(leader, '/sendt')
    const openings = { online: 1, offline: 2 }[line]
    const rows = leader.getByRole('listitem')
    const revealed = rows.filter({ hasText: 'Nødrettstilgang' })
    await expect(revealed).toHaveCount(openings)
    await expect(revealed.first()).toContainText(berg.patient)
    const codeShown = rows.filter({ hasText: 'Viste kode' })
    await expect(codeShown).toHaveCount(openings)
    await expect(codeShown.first()).toContainText(somby.patient)
  })
}

async function askForTheAddress(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nødrettstilgang' }).click()
  await page.getByLabel('Hvorfor må du se adressen?').fill('kort')
  await page.getByRole('button', { name: 'Vis adressen' }).click()
  await expect(page.getByText('Skriv en grunn, minst ti tegn.')).toBeVisible()
  await page.getByLabel('Hvorfor må du se adressen?').fill('Alarm uten svar, må kjøre dit')
  await page.getByRole('button', { name: 'Vis adressen' }).click()
}
