import { expect, test } from '@playwright/test'
import { employeeKey } from '#app/page/services/remembered/employee-mark.ts'
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

test('under the cut of the styles the frame looks as under all of them, in both schemes', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const page = await phone.open(app.url)
  await enrol(page, nina)
  const context = await page.context().browser()?.newContext({ serviceWorkers: 'block' })
  const frame = await (context ?? page.context()).newPage()
  await frame.addInitScript((key) => localStorage.setItem(key, 'nina'), employeeKey)
  // The app never comes, so that the frame stays.
  await frame.route(/assets\/(?:parts|packages)-/, (route) => route.abort())
  await frame.goto(app.url)
  await frame.locator('#lock-frame').waitFor()
  await frame.keyboard.type('4')
  await expect(frame.locator('.code-dots__full')).toHaveCount(1)
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [
      { width: 320, height: 480 },
      { width: 1280, height: 800 },
    ]) {
      await frame.emulateMedia({ colorScheme })
      await frame.setViewportSize(viewport)
      const alone = await frame.screenshot()
      await frame.evaluate(`document.querySelector('#app-styles').media = 'all'`)
      await frame.waitForFunction(`document.querySelector('#app-styles').sheet !== null`)
      const whole = await frame.screenshot()
      await frame.evaluate(`document.querySelector('#app-styles').media = 'not all'`)
      expect(alone.equals(whole)).toBe(true)
    }
  }
  await phone.remove()
  await app.remove()
})
