import { expect, type Locator, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, nina, typeCode, unlock } from './actions/enrol.ts'
import { lock, openPatient } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const onTheCard = ['Somby', 'Furuveien', 'penicillin', '900 00']
const wrong = '902514'

test.describe.configure({ timeout: 180_000 })

test('a lock reaches every tab at once, and so do ten wrong codes', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const first = await phone.open(app.url)
  await enrol(first, nina)
  const second = await anotherTab(first, app.url)
  await unlock(second, nina)
  await openPatient(second, somby)

  // By the message.
  const worker = onlyWorker(second)
  await first.bringToFront()
  await lock(first)
  await expectLocked(second, 1_000)
  expect(second.workers()).not.toContain(worker)

  // She who works in one is not locked out by the other: both open again.
  await typeCode(first, nina.code)
  await expect(first.getByText('Skriv koden din')).toBeHidden()
  await typeCode(second, nina.code)
  await expect(second.getByRole('heading', { level: 1, name: somby.patient })).toBeVisible()

  // By the row alone, when it wakes: this tab hears no message.
  const deaf = await first.context().newPage()
  deaf.setDefaultTimeout(30_000)
  await deaf.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  })
  await deaf.goto(app.url)
  await unlock(deaf, nina)
  await openPatient(deaf, somby)
  await first.bringToFront()
  await lock(first)
  await expectLocked(second, 1_000)
  await wake(deaf)
  await expectLocked(deaf, 5_000)

  // And when it does not notice that it wakes, by what she presses next.
  await typeCode(deaf, nina.code)
  await expect(deaf.getByRole('heading', { level: 1, name: somby.patient })).toBeVisible()
  await typeCode(first, nina.code)
  await expect(first.getByText('Skriv koden din')).toBeHidden()
  await first.bringToFront()
  await lock(first)
  await pressIfThere(deaf.getByRole('link', { name: 'Lister', exact: true }))
  await expectLocked(deaf, 5_000)

  // The tenth wrong code in a third tab takes the list that lies open here.
  await typeCode(second, nina.code)
  await expect(second.getByRole('heading', { level: 1, name: somby.patient })).toBeVisible()
  await usesUpTries(first)
  await expect(second.getByText('Koden din er slettet fra denne telefonen')).toBeVisible({
    timeout: 5_000,
  })
  await expectNothingOnTheScreen(second)

  await phone.remove()
  await app.remove()
})

async function anotherTab(page: Page, url: string): Promise<Page> {
  const other = await page.context().newPage()
  other.setDefaultTimeout(30_000)
  await other.goto(url)
  return other
}

/** A browser that is driven calls every tab visible, and tells none that it comes to the front. */
async function wake(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** Presses in a tab that stays behind the others; one that has locked already has nothing to press. */
async function pressIfThere(link: Locator): Promise<void> {
  await link.evaluateAll((links) => {
    for (const one of links) if (one instanceof HTMLElement) one.click()
  })
}

function onlyWorker(page: Page) {
  const [worker, ...more] = page.workers()
  expect(more).toEqual([])
  return worker
}

async function expectLocked(page: Page, timeout: number): Promise<void> {
  await expect(page.getByText('Skriv koden din')).toBeVisible({ timeout })
  await expectNothingOnTheScreen(page)
}

async function expectNothingOnTheScreen(page: Page): Promise<void> {
  const everything = await page.evaluate(() => document.documentElement.outerHTML + document.title)
  expect(onTheCard.filter((word) => everything.includes(word))).toEqual([])
}

/** Nine tries are written down as used, so that the test waits for none of the delays. */
async function usesUpTries(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('outbox')
        opened.addEventListener('error', () => reject(opened.error ?? new Error('No database')))
        opened.addEventListener('success', () => {
          const transaction = opened.result.transaction(['employees', 'attempts'], 'readwrite')
          const ids = transaction.objectStore('employees').getAllKeys()
          ids.addEventListener('success', () => {
            for (const id of ids.result) {
              const row = { id, v: 1, failures: 9, nextTryAt: null }
              transaction.objectStore('attempts').put(row)
            }
          })
          transaction.addEventListener('complete', () => {
            opened.result.close()
            resolve()
          })
        })
      }),
  )
  await typeCode(page, wrong)
}
