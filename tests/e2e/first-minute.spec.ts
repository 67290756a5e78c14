import { expect, type Locator, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { ahmed, enrol, typeCode } from './actions/enrol.ts'
import { takeBack } from './actions/incident.ts'
import { lines } from './actions/lines.ts'

/** What the product promises, on a machine that has better things to do (issue 9). */
const maxTaps = 3
const maxSeconds = 15

test.describe.configure({ timeout: 240_000 })

let app: RunningApp
let phone: RealPhone

test.beforeAll(async () => {
  app = await runApp()
  phone = await takePhone('phone')
  await enrol(await phone.open(app.url), ahmed)
})

test.afterAll(async () => {
  await phone.remove()
  await app.remove()
})

for (const line of lines) {
  test(`from the lock to who is empty first: three taps and fifteen seconds, ${line}`, async () => {
    if (line === 'offline') await app.kill()
    const page = await phone.open(app.url)
    const taps = tapsOn(page)
    const unlockedAt = await unlockNow(page)

    await taps.tap(page.getByRole('main').getByRole('link', { name: 'Hva virker ikke?' }))
    await taps.tap(page.getByRole('checkbox', { name: 'Strøm' }))
    await taps.tap(page.getByRole('button', { name: /^Start strøm/ }))
    await expect(
      page.getByRole('list', { name: 'Tom først' }).getByRole('listitem').first(),
    ).toBeVisible()
    const seconds = (Date.now() - unlockedAt) / 1000

    expect(taps.count()).toBeLessThanOrEqual(maxTaps)
    expect(seconds).toBeLessThan(maxSeconds)
    await expect(page.getByRole('heading', { level: 1, name: 'Strøm' })).toBeVisible()
    await expect(page.getByRole('link', { name: /^Ring neste: / })).toBeVisible()
    await takeBack(page)
  })
}

for (const line of lines) {
  test(`from the lock to the first step of TK-01: eight taps, ${line}`, async () => {
    if (line === 'offline') await app.kill()
    else await app.start()
    const page = await phone.open(app.url)
    const taps = tapsOn(page)

    for (const digit of ahmed.code) {
      await taps.tap(page.getByRole('button', { name: digit, exact: true }))
    }
    await taps.tap(
      page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Kort' }),
    )
    await taps.tap(page.getByRole('link', { name: /TK-01/ }).first())

    await expect(page.getByRole('heading', { level: 1, name: /^TK-01/ })).toBeVisible()
    await expect(page.getByText(/si «TK-01 steg 1»/).first()).toBeAttached()
    expect(taps.count()).toBeLessThanOrEqual(8)
  })
}

/** From the press that unlocks: typing the code is the lock's own time. */
async function unlockNow(page: Page): Promise<number> {
  await typeCode(page, ahmed.code)
  return Date.now()
}

function tapsOn(page: Page) {
  let count = 0
  return {
    async tap(target: Locator): Promise<void> {
      await expect(target).toBeVisible()
      count += 1
      await target.click()
      await expect(page.getByRole('main')).toBeVisible()
    },
    count: () => count,
  }
}
