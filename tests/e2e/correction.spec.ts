import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { ahmed, enrol, nina } from './actions/enrol.ts'
import { type Line, lines, openOnLine } from './actions/lines.ts'
import { fillVisitNote, openPatient, sendNow, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const reason = 'Skrev feil styrke'

const wrong = (line: Line) => `Ga 5 mg Furix klokka tolv, ${line}`
const right = (line: Line) => `Ga 2,5 mg Furix klokka tolv, ${line}`

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let app: RunningApp
let phone: RealPhone
let page: Page

test.beforeAll(async () => {
  app = await runApp()
  phone = await takePhone('phone')
  await enrol(await phone.open(app.url), nina)
})

test.afterAll(async () => {
  await phone.remove()
  await app.remove()
})

for (const line of lines) {
  test(`a note is signed and then corrected with a reason, ${line}`, async () => {
    page = await openOnLine(line, { app, phone, employee: nina })
    await openPatient(page, somby)
    await fillVisitNote(page, wrong(line))
    await sign(page)
    await correctNewest(page, line)

    const rows = page.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
    const corrections = rows.filter({ hasText: 'Rettelse: Besøksnotat' })
    const corrected = rows.filter({ hasText: 'Rettet i et senere notat' })
    const pairs = { online: 1, offline: 2 }[line]
    await expect(corrections).toHaveCount(pairs)
    await expect(corrected).toHaveCount(pairs)
    const state = { online: 'Bekreftet', offline: 'Ikke sendt' }[line]
    await expect(rows.nth(0)).toContainText(state)
    await expect(rows.nth(1)).toContainText(state)
    await openPatient(page, somby)
    await expectBothMarked(page, line)
  })
}

test('what was corrected on either line comes home once, and everybody sees which is which', async () => {
  await app.start()
  page = await openOnLine('online', { app, phone, employee: nina })
  await sendNow(page)
  const rows = page.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
  await expect(rows.filter({ hasText: 'Bekreftet' })).toHaveCount(4)

  const colleaguesPhone = await takePhone('laptop')
  const leader = await colleaguesPhone.open(app.url)
  await enrol(leader, ahmed)
  await openPatient(leader, somby)
  for (const line of lines) await expectBothMarked(leader, line)
  await leader.getByRole('link', { name: 'Mottatt' }).click()
  for (const line of lines) await expectBothMarked(leader, line)
  await colleaguesPhone.remove()
})

async function correctNewest(on: Page, line: Line): Promise<void> {
  await on.getByRole('link', { name: 'Rett', exact: true }).first().click()
  await expect(on.getByRole('heading', { level: 1, name: /^Rettelse/ })).toBeVisible()
  await expect(on.getByLabel('Hva gjorde du?')).toHaveValue(wrong(line))
  await on.getByLabel('Hva gjorde du?').fill(right(line))
  await on.getByRole('button', { name: 'Signer' }).click()
  await expect(on.getByText('Skriv hvorfor det rettes.')).toBeVisible()
  await on.getByLabel('Hvorfor rettes det?').fill(reason)
  await sign(on)
}

async function expectBothMarked(on: Page, line: Line): Promise<void> {
  const old = on.getByRole('article').filter({ hasText: wrong(line) })
  const correction = on.getByRole('article').filter({ hasText: right(line) })
  await expect(old).toHaveCount(1)
  await expect(old).toContainText('Rettet i et senere notat')
  await expect(correction).toHaveCount(1)
  await expect(correction).toContainText(`Retter et tidligere notat. Grunn: ${reason}`)
}
