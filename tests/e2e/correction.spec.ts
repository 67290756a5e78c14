import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { ahmed, enrol, nina } from './actions/enrol.ts'
import { fillVisitNote, openPatient, sendNow, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const wrong = 'Ga 5 mg Furix klokka tolv'
const right = 'Ga 2,5 mg Furix klokka tolv'
const reason = 'Skrev feil styrke'

test.describe.configure({ timeout: 180_000 })

test('a correction is a new entry with a reason; everybody sees both, and which is which', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const colleaguesPhone = await takePhone('laptop')
  const nurse = await phone.open(app.url)
  await enrol(nurse, nina)
  await openPatient(nurse, somby)
  await fillVisitNote(nurse, wrong)
  await sign(nurse)

  await correctFromSent(nurse)
  const rows = nurse.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Rettelse: Besøksnotat' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Rettet i et senere notat' })).toHaveCount(1)
  await sendNow(nurse)
  await expect(rows.filter({ hasText: 'Bekreftet' })).toHaveCount(2)
  await openPatient(nurse, somby)
  await expectBothMarked(nurse)

  const leader = await colleaguesPhone.open(app.url)
  await enrol(leader, ahmed)
  await openPatient(leader, somby)
  await expectBothMarked(leader)
  await leader.getByRole('link', { name: 'Mottatt' }).click()
  await expectBothMarked(leader)

  await Promise.all([phone.remove(), colleaguesPhone.remove()])
  await app.remove()
})

async function correctFromSent(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Rett', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Rettelse/ })).toBeVisible()
  await page.getByLabel('Hva gjorde du?').fill(right)
  await page.getByRole('button', { name: 'Signer' }).click()
  await expect(page.getByText('Skriv hvorfor det rettes.')).toBeVisible()
  await page.getByLabel('Hvorfor rettes det?').fill(reason)
  await sign(page)
}

async function expectBothMarked(page: Page): Promise<void> {
  const old = page.getByRole('article').filter({ hasText: wrong })
  const correction = page.getByRole('article').filter({ hasText: right })
  await expect(old).toHaveCount(1)
  await expect(old).toContainText('Rettet i et senere notat')
  await expect(correction).toHaveCount(1)
  await expect(correction).toContainText(`Retter et tidligere notat. Grunn: ${reason}`)
}
