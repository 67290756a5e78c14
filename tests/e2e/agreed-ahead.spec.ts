import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, nina, unlock } from './actions/enrol.ts'

test.describe.configure({ timeout: 120_000 })

test('when the server has been gone for an hour, the phone says by itself where her zone meets', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const page = await phone.open(app.url)
  await enrol(page, nina)
  const agreed = page.getByRole('region', { name: 'Avtalt på forhånd, Nord 2' })
  await expect(agreed).toBeHidden()

  await app.remove()
  await contactWas(page, 61)
  await page.reload()
  await unlock(page, nina)

  await expect(page.getByText(/^Uten nett/).first()).toBeVisible()
  await expect(agreed).toContainText('basen i Stokke')
  await expect(agreed).toContainText(/hver 2\. time, neste/)
  await phone.remove()
})

/** Writes down the last contact as so many minutes ago, so that the test waits for no hour. */
async function contactWas(page: Page, minutesAgo: number): Promise<void> {
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString()
  await page.evaluate(
    (moment) =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('outbox')
        opened.addEventListener('error', () => reject(opened.error ?? new Error('No database')))
        opened.addEventListener('success', () => {
          const transaction = opened.result.transaction('settings', 'readwrite')
          const row = { id: 'clocks', seen: { server: moment, device: moment } }
          transaction.objectStore('settings').put(row)
          transaction.addEventListener('complete', () => {
            opened.result.close()
            resolve()
          })
        })
      }),
    at,
  )
}
