import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { openSigningList, readDoses, rowOf, signDoses } from './actions/doses.ts'
import { ahmed, type Employee, enrol, nina, unlock } from './actions/enrol.ts'
import { expectLine } from './actions/lines.ts'
import { openPatient, sendNow } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }

test.describe.configure({ timeout: 240_000 })

test('two phones give the same dose without network: once both have had contact, both say so on top of the list', async () => {
  const app = await runApp()
  const [one, other] = await Promise.all([takePhone('phone'), takePhone('phone')])
  await enrol(await one.open(app.url), nina)
  await enrol(await other.open(app.url), ahmed)
  await app.kill()

  const hers = await openOffline(one, app.url, nina)
  const his = await openOffline(other, app.url, ahmed)
  const whose = await findSomby(hers)
  const dose = await giveFirst(hers, whose)
  await giveFirst(his, whose)
  for (const page of [hers, his]) await expect(page.getByRole('alert')).toHaveCount(0)

  await app.start()
  await sendNow(hers)
  await sendNow(his)

  const said = `${dose.medicine} ${dose.slot} er signert gitt flere ganger: `
  for (const page of [hers, his]) {
    const warning = page.getByRole('alert').filter({ hasText: said })
    // What the other one gave has its effect a moment after the server has received it.
    await expect(async () => {
      await sendNow(page)
      await openSigningList(page, whose)
      await expect(warning).toHaveCount(1, { timeout: 3_000 })
    }).toPass({ timeout: 90_000 })
    await expect(warning).toContainText(/Nina \S+ \d\d:\d\d/)
    await expect(warning).toContainText(/Ahmed \S+ \d\d:\d\d/)
    await expect(warning).toContainText('Finn ut hva bruker har fått. Si fra til ansvarsvakta.')
    await expectBefore(page, dose)
    // Nothing is stopped or taken back by itself: both entries stand on the row.
    await expect(rowOf(page, dose).getByText(/^Gitt \d\d:\d\d, Nina/)).toBeVisible()
    await expect(rowOf(page, dose).getByText(/^Gitt \d\d:\d\d, Ahmed/)).toBeVisible()
  }

  await Promise.all([one.remove(), other.remove()])
  await app.remove()
})

async function openOffline(
  phone: { open(url: string): Promise<Page> },
  url: string,
  employee: Employee,
): Promise<Page> {
  const page = await phone.open(url)
  await unlock(page, employee)
  await expectLine(page, 'offline')
  return page
}

async function findSomby(page: Page): Promise<{ path: string; name: string }> {
  await openPatient(page, somby)
  return { path: new URL(page.url()).pathname, name: somby.patient }
}

/** The first dose of today, given now. Both phones have the same sheet, so it is the same dose. */
async function giveFirst(
  page: Page,
  whose: { path: string; name: string },
): Promise<{ medicine: string; slot: string }> {
  await openSigningList(page, whose)
  const [first] = await readDoses(page)
  if (first === undefined) throw new Error('She has no medicine at a set time')
  await page
    .getByRole('button', { name: `Gitt nå: ${first.medicine} ${first.slot}`, exact: true })
    .click()
  await signDoses(page, 1)
  return first
}

/** It is read before any dose, without scrolling. */
async function expectBefore(page: Page, dose: { medicine: string; slot: string }): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0))
  const warning = await page.getByRole('alert').boundingBox()
  const row = await rowOf(page, dose).boundingBox()
  expect(warning?.y).toBeLessThan(row?.y ?? 0)
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 })
}
