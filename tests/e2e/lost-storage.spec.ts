import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import {
  countRows,
  dropDatabase,
  errorOfWrite,
  type StorageFaults,
  storageFaults,
} from '../support/storage-faults.ts'
import { enrol, nina } from './actions/enrol.ts'
import { fillVisitNote, openPatient, sendNow } from './actions/work.ts'

const maret = { patient: 'Somby, Máret', search: 'somby' }
const typed = 'Skrevet mens dataene ble slettet'

test.describe.configure({ timeout: 300_000, mode: 'serial' })

let app: RunningApp
let phone: RealPhone
let page: Page
let faults: StorageFaults

test.beforeAll(async () => {
  app = await runApp()
  phone = await takePhone('phone')
  page = await phone.open(app.url)
  await enrol(page, nina)
  await sendNow(page)
  faults = await storageFaults(page, app.url)
})

test.afterAll(async () => {
  await phone.remove()
  await app.remove()
})

async function tryToSend(): Promise<void> {
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('link', { name: 'Sendt og bekreftet' }).click()
  await page.getByRole('button', { name: 'Prøv å sende nå' }).click()
}

test('on a full phone a card opens, its opening is logged when there is room, and lists that are not stored are told', async () => {
  const held = page.getByText('1 åpning av hovedkort er ikke logget ennå')
  const notStored = page.getByText('Telefonen får ikke lagret nye lister')
  await faults.fill()
  // Chromium measures the room that is left only now and then.
  await expect.poll(() => errorOfWrite(page), { timeout: 120_000 }).toBe('QuotaExceededError')
  const before = await countRows(page, 'outbox', 'entries')

  await openPatient(page, maret)
  await expect(held).toBeVisible()
  expect(await countRows(page, 'outbox', 'entries')).toBe(before)
  await tryToSend()
  await expect(notStored).toBeVisible()

  await faults.empty()
  await expect.poll(() => errorOfWrite(page), { timeout: 120_000 }).toBe(null)
  await expect(held).toBeHidden({ timeout: 60_000 })
  expect(await countRows(page, 'outbox', 'entries')).toBe((before ?? 0) + 1)
  await tryToSend()
  await expect(notStored).toBeHidden({ timeout: 90_000 })
})

test('lists that the browser has dropped are fetched again at once', async () => {
  const before = await countRows(page, 'cache', 'replicas')

  await dropDatabase(page, 'cache')

  await expect.poll(() => countRows(page, 'cache', 'replicas')).toBe(before)
  await openPatient(page, maret)
  expect(before).toBeGreaterThan(0)
})

test('when site data is cleared under an open form, its text stays, can be taken out, and nothing is claimed', async () => {
  await openPatient(page, maret)
  await fillVisitNote(page, 'Det første')
  await faults.clearAll()

  await page.getByLabel('Hva gjorde du?').fill(typed)
  await expect(page.getByText('Ikke lagret. Ikke lukk appen.')).toBeVisible()
  await expect(page.getByText('Nettleseren har slettet det som lå på enheten')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ta ut teksten som fil' }).click(),
  ])
  const saved = await readFile(await download.path(), 'utf8')

  await expect(page.getByLabel('Hva gjorde du?')).toHaveValue(typed)
  expect(saved).toContain(typed)
  expect(saved).toContain(maret.patient.split(',')[0])
  await expect(page.getByText(/ligger fortsatt|Lagret på telefonen/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Lagre igjen' })).toHaveCount(0)
})
