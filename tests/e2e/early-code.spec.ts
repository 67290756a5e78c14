import { expect, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, nina } from './actions/enrol.ts'

/** As a small phone, so that the app is not there yet when the keypad is. */
const slowdown = 6

test.describe.configure({ timeout: 240_000 })

test('without network, a code that is typed before the app is there opens it', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const page = await phone.open(app.url)
  await enrol(page, nina)
  await app.stop()
  await page.addInitScript(() => {
    const early: boolean[] = []
    Reflect.set(globalThis, 'typedEarly', early)
    addEventListener(
      'keydown',
      () => early.push(document.querySelector('#lock-frame') !== null),
      true,
    )
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })

  await page.reload({ waitUntil: 'commit' })
  await page.locator('#lock-frame').waitFor()
  await page.keyboard.type(nina.code)

  await expect(page.getByRole('navigation', { name: 'Hovedmeny' }).first()).toBeVisible()
  const early: unknown = await page.evaluate(() => Reflect.get(globalThis, 'typedEarly'))
  expect(early).toContain(true)
  await expect(page.locator('#lock-frame')).toHaveCount(0)
  await phone.remove()
  await app.remove()
})

test('the keypad is hidden until it takes digits, and where nobody has a code', async ({
  browser,
}) => {
  const app = await runApp()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()

  await page.goto(app.url)

  await expect(page.locator('#lock-frame')).toBeAttached()
  await expect(page.locator('#lock-frame')).toBeHidden()
  await context.close()
  await app.remove()
})
