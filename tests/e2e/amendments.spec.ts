import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { enrol, nina, solveig, unlock } from './actions/enrol.ts'
import { goTo, openPatient, sendNow, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const changed = /^Dose endret \d+\.\d+\. kl\. \d\d:\d\d av Nina .+: .+ 5 mg kl\. 08/

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

test('a dose that is changed without network lies on top of card, list and sheet at once, and then on paper', async ({}, info) => {
  let nurse = await phone.open(app.url)
  await enrol(nurse, nina)
  await app.kill()
  nurse = await phone.open(app.url)
  await unlock(nurse, nina)

  await changeDose(nurse)

  await openPatient(nurse, somby)
  await expect(nurse.getByRole('region', { name: 'Endringer siden lista' })).toContainText(
    'bare på denne telefonen ennå',
  )
  await nurse.getByRole('link', { name: 'Åpne legemiddelark' }).click()
  await expect(nurse.getByText(changed)).toBeVisible()
  await goTo(nurse, '/lister/samtlige')
  await expect(rowOf(nurse)).toContainText(/Dose endret .* av Nina/)

  await app.start()
  await sendNow(nurse)
  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  await openPatient(leader, somby)
  await expect(leader.getByText(changed)).toBeVisible()
  await expectTheBinder(leader, join(info.outputDir, 'perm.pdf'))

  // She takes it back without network: it is gone from her own card at once, and from the others' after contact.
  await app.kill()
  await withdrawChange(nurse)
  await openPatient(nurse, somby)
  await nurse.getByRole('link', { name: 'Åpne legemiddelark' }).click()
  await expect(nurse.getByRole('heading', { level: 1, name: 'Legemiddelark' })).toBeVisible()
  await expect(nurse.getByText(changed)).toHaveCount(0)
  await app.start()
  await sendNow(nurse)
  // Her phone asks again, as it does each minute: the first answer may come before the note is read there.
  await expect(async () => {
    await sendNow(leader)
    await openPatient(leader, somby)
    await expect(leader.getByText(/Feil bruker/).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await expect(leader.getByText(changed)).toHaveCount(0)
})

/** From her own note on the card: what was signed in error stays readable, with why it does not count. */
async function withdrawChange(nurse: Page): Promise<void> {
  await openPatient(nurse, somby)
  const note = nurse.getByRole('article').filter({ hasText: 'Lege Lind' })
  await note.getByRole('link', { name: 'Før som feil' }).click()
  await nurse.getByLabel('Hvorfor gjelder det ikke?').fill('Feil bruker')
  await nurse.getByRole('button', { name: 'Signer at det ikke gjelder' }).click()
  await expect(nurse.getByText('Signert og lagret på telefonen')).toBeVisible()
}

/** Three presses to the form, then the new dose. */
async function changeDose(nurse: Page): Promise<void> {
  await openPatient(nurse, somby)
  await nurse.getByRole('link', { name: 'Endre noe siden lista' }).click()
  await nurse.getByRole('button', { name: 'Ny dose eller nytt legemiddel' }).click()
  await nurse.getByRole('button', { name: /: / }).first().click()
  await expect(nurse.getByLabel('Hvilket legemiddel? Navn og styrke')).not.toHaveValue('')
  await nurse.getByLabel('Ny dose, med enhet').fill('5 mg')
  await nurse.getByLabel('Klokkeslett, for eksempel 08 og 20').fill('08')
  await nurse.getByRole('button', { name: 'Nå' }).click()
  await nurse.getByLabel('Hvem bestemte det?').fill('Lege Lind')
  await sign(nurse)
}

function rowOf(page: Page) {
  return page.getByRole('listitem').filter({ hasText: somby.patient })
}

async function expectTheBinder(leader: Page, file: string): Promise<void> {
  await leader.getByRole('link', { name: 'Beredskapsperm' }).click()
  await leader.getByRole('group', { name: 'Sone' }).getByLabel('Nord 2').check()
  await leader.getByRole('button', { name: 'Lag permen for Nord 2' }).click()
  const download = leader.waitForEvent('download')
  await leader.getByRole('button', { name: 'Last ned PDF' }).click()
  await (await download).saveAs(file)

  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  // On the lists that she is on, on her page and on her medication sheet.
  expect(text.split('Dose endret').length - 1).toBeGreaterThanOrEqual(3)
}
