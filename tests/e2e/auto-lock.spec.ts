import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, nina, typeCode } from './actions/enrol.ts'
import { openPatient } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const onTheCard = ['Somby', 'Furuveien', 'penicillin', '900 00']

test.describe.configure({ timeout: 120_000 })

test('a phone that is left locks itself, and covers what it shows when it is not in front', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const page = await phone.open(app.url)
  await enrol(page, nina)
  await page.clock.install()
  await page.reload()
  await typeCode(page, nina.code)
  await openPatient(page, somby)

  await turnTo(page, 'hidden')
  expect(await isCovered(page)).toBe(true)
  await turnTo(page, 'visible')
  expect(await isCovered(page)).toBe(false)
  await expect(page.getByRole('heading', { level: 1, name: somby.patient })).toBeVisible()

  await page.clock.fastForward('04:30')
  await expect(page.getByRole('heading', { level: 1, name: somby.patient })).toBeVisible()
  await page.clock.fastForward('00:40')
  await expectLocked(page)

  await typeCode(page, nina.code)
  await expect(page.getByRole('heading', { level: 1, name: somby.patient })).toBeVisible()
  await turnTo(page, 'hidden')
  await page.clock.fastForward('01:10')
  await turnTo(page, 'visible')
  await expectLocked(page)

  await phone.remove()
  await app.remove()
})

async function expectLocked(page: Page): Promise<void> {
  await expect(page.getByText('Skriv koden din')).toBeVisible()
  const everything = await page.evaluate(() => document.documentElement.outerHTML + document.title)
  expect(onTheCard.filter((word) => everything.includes(word))).toEqual([])
}

/** As when the app switcher is opened or the screen goes dark, which a headless browser never does. */
async function turnTo(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

function isCovered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
    return top?.className === 'cover'
  })
}
