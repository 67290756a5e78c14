import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { enrol, nina, typeCode } from './actions/enrol.ts'
import { lines, openOnLine } from './actions/lines.ts'
import { lock, openPatient } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }

test.describe.configure({ timeout: 240_000 })

let app: RunningApp
let phone: RealPhone

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
  test.describe(line, () => {
    let page: Page

    test.beforeAll(async () => {
      page = await openOnLine(line, { app, phone, employee: nina })
    })

    test(`a patient is found by part of her name, and all of her card opens, ${line}`, async () => {
      await openPatient(page, somby)
      await expect(page.getByText('CAVE: penicillin')).toBeVisible()
      await expect(page.getByText('Furuveien', { exact: false }).first()).toBeVisible()
      await page.getByRole('link', { name: /legemiddelark/ }).click()
      await expect(page.getByText('Furix 40 mg')).toBeVisible()
      await expect(page.getByText('CAVE: penicillin')).toBeVisible()
    })

    test(`each list opens with those who are on it, ${line}`, async () => {
      for (const list of ['BST', 'TRY / HST', 'VEM', 'VDT']) {
        await page
          .getByRole('navigation')
          .getByRole('link', { name: 'Lister', exact: true })
          .click()
        await page.getByRole('link', { name: list }).click()
        await expect(page.getByRole('link', { name: /^Ring / }).first()).toBeVisible()
        await expect(page.getByText(/^[1-9]\d* brukere?/).first()).toBeVisible()
      }
    })

    test(`the shift's visits lead from the front to the whole list, ${line}`, async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Nå', exact: true }).click()
      await page.getByRole('link', { name: /^Hele listen, [1-9]/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: /^(Man|Lør)dag/ })).toBeVisible()
      await expect(page.getByRole('listitem').first()).toBeVisible()
    })

    test(`what fails leads to the steps of the action card, and to all of it, ${line}`, async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Nå', exact: true }).click()
      await page.getByRole('link', { name: 'Hva virker ikke?' }).click()
      await page.getByRole('checkbox', { name: 'Strøm' }).click()
      await page.getByRole('link', { name: 'TK-01' }).click()
      await expect(page.getByRole('heading', { level: 1, name: /^TK-01/ })).toBeVisible()
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
      await page.getByRole('link', { name: 'Hele kortet' }).click()
      await expect(page.getByText('Brukes når')).toBeVisible()
    })

    test(`a locked phone opens to her code and to no other, ${line}`, async () => {
      await lock(page)
      await typeCode(page, '918273')
      await expect(page.getByText('Feil kode. 9 forsøk igjen.')).toBeVisible()
      await typeCode(page, nina.code)
      await openPatient(page, somby)
    })
  })
}
