import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { enrol, petter, tone } from './actions/enrol.ts'
import { openOnLine } from './actions/lines.ts'
import { goTo, lock, openPatient } from './actions/work.ts'

/** Of the demo's Nord 2, with a key box. */
const somby = { patient: 'Somby, Máret', search: 'somby' }
const sombysCode = '4071'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let app: RunningApp
let laptop: RealPhone
let phone: RealPhone

test.beforeAll(async () => {
  app = await runApp()
  laptop = await takePhone('laptop')
  phone = await takePhone('phone')
})

test.afterAll(async () => {
  await Promise.all([phone.remove(), laptop.remove()])
  await app.remove()
})

test('an administrator has no list, and sees what each role has', async () => {
  const page = await laptop.open(app.url)
  await enrol(page, petter)

  await expect(page.getByText('Du har ingen brukeropplysninger')).toBeVisible()
  await goTo(page, '/lister/samtlige')
  await expect(page.getByText('Du har ingen brukeropplysninger')).toBeVisible()
  await expect(page.getByRole('link', { name: /Somby/ })).toHaveCount(0)
  await goTo(page, '/ukens-lister')
  await expect(page.getByText('Ukens lister tas inn av seksjonsleder')).toBeVisible()
  await page.getByRole('link', { name: 'Tilganger', exact: true }).click()
  await expect(page.getByRole('row', { name: /Det kritiske/ })).toBeVisible()
  await page.setViewportSize({ width: 320, height: 568 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('the on-call employee fetches one sheet and one code, and a lock takes them away', async () => {
  const page = await phone.open(app.url)
  await enrol(page, tone)

  await expect(page.getByText(/Du har det kritiske om brukerne/)).toBeVisible()
  await openPatient(page, somby)
  await page.getByRole('button', { name: 'Hent legemiddelark og detaljer' }).click()
  await giveReason(page, 'Hent og vis')
  await page.getByRole('link', { name: 'Åpne legemiddelark' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Legemiddelark' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Faste' })).toBeVisible()
  await openPatient(page, somby)
  await page.getByRole('button', { name: 'Hent kode' }).click()
  await giveReason(page, 'Hent og vis koden')
  await expect(page.getByText(sombysCode)).toBeVisible()

  await lock(page)
  await page.keyboard.type(tone.code)
  await page.keyboard.press('Enter')
  await openPatient(page, somby)
  await expect(page.getByRole('button', { name: 'Hent kode' })).toBeVisible()
  await expect(page.getByText(sombysCode)).toHaveCount(0)
})

test('without network she is told whom to ring', async () => {
  await phone.end()
  const page = await openOnLine('offline', { app, phone, employee: tone })
  await openPatient(page, somby)

  await expect(page.getByText(/ring ansvarsvakta i Nord 2/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Prøv å hente likevel' }).click()
  await giveReason(page, 'Hent og vis')

  await expect(page.getByRole('alert').filter({ hasText: 'Dette trenger nett' })).not.toHaveCount(0)
  await expect(page.getByText('Vises til')).toHaveCount(0)
})

async function giveReason(page: Page, submit: string): Promise<void> {
  await page.getByLabel('Veileder enheten på telefon').check()
  await page.getByRole('button', { name: submit, exact: true }).click()
}
