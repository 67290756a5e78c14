import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, enrolBesideColleague, nina, typeCode } from './actions/enrol.ts'
import { fillVisitNote, lock, openPatient, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const wrong = '902514'

test.describe.configure({ timeout: 180_000 })

test('ten wrong codes destroy the keys; what was signed is sent, and a new code is made', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  let page = await phone.open(app.url)
  await enrol(page, nina)
  await app.kill()
  await openPatient(page, somby)
  await fillVisitNote(page, 'Signert før kodene ble feil')
  await sign(page)
  await lock(page)
  await expect(page.getByText(/[1-9] ikke sendt/)).toBeVisible()

  for (const left of [9, 8]) {
    await typeCode(page, wrong)
    await expect(page.getByText(`Feil kode. ${left} forsøk igjen.`)).toBeVisible()
  }
  await typeCode(page, wrong)
  await expect(page.getByText('Feil kode. 7 forsøk igjen.')).toBeVisible()
  await expect(page.getByText(/^Vent [1-5] sekund(er)? før neste forsøk\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeDisabled()
  // The five seconds are over when they are, not when the minute is.
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeEnabled({ timeout: 9_000 })

  await pretendTried(page, 8)
  await page.reload()
  await typeCode(page, wrong)
  await expect(page.getByText('Ett forsøk igjen før koden din slettes fra')).toBeVisible()
  await expect(page.getByText('Vent 10 min før neste forsøk.')).toBeVisible()
  await pretendTried(page, 9)
  await page.reload()
  await typeCode(page, wrong)
  await expect(page.getByText('Koden din er slettet fra denne telefonen')).toBeVisible()
  await expect(page.getByText(/ligger fortsatt kryptert på telefonen og blir sendt/)).toBeVisible()
  await expect(page.getByText(/[1-9] ikke sendt/)).toBeVisible()

  // Power is back: it goes out although nobody can unlock.
  await app.start()
  page = await phone.open(app.url)
  await expect(page.getByText('Alt er sendt')).toBeVisible()

  await page.getByRole('link', { name: 'Logg inn og lag ny kode' }).click()
  await enrolBesideColleague(page, { ...nina, code: '660182' })
  await openPatient(page, somby)
  await expect(page.getByText('Signert før kodene ble feil')).toHaveCount(1)

  await phone.remove()
  await app.remove()
})

/** As if she had been at it before and the wait were over, which takes up to ten minutes. */
async function pretendTried(page: Page, failures: number): Promise<void> {
  await page.evaluate(async (tried) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('outbox')
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(new Error('The outbox did not open')))
    })
    await new Promise<void>((resolve, reject) => {
      const writing = database.transaction('attempts', 'readwrite')
      const store = writing.objectStore('attempts')
      const reading = store.getAll()
      reading.addEventListener('success', () => {
        for (const row of reading.result) store.put({ ...row, failures: tried, nextTryAt: null })
      })
      writing.addEventListener('complete', () => resolve())
      writing.addEventListener('error', () => reject(new Error('Nothing was written')))
    })
    database.close()
  }, failures)
}
