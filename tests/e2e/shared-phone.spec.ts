import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { ahmed, enrol, enrolBesideColleague, nina, typeCode, unlock } from './actions/enrol.ts'
import { fillVisitNote, goTo, handOver, openPatient, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const signedByNina = 'Ga kveldsmedisin med yoghurt'
const draftOfNina = 'Halvskrevet om såret på leggen'
const draftOfAhmed = 'Halvskrevet om dørklokka'

test.describe.configure({ timeout: 180_000 })

test('two share a phone: each has her own code and texts, and both read it offline', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  let page = await phone.open(app.url)
  await enrol(page, nina)
  await openPatient(page, somby)
  await fillVisitNote(page, signedByNina)
  await sign(page)
  await openPatient(page, somby)
  await fillVisitNote(page, draftOfNina)

  await handOver(page)
  await page.getByRole('link', { name: 'Ny på denne telefonen' }).click()
  await enrolBesideColleague(page, ahmed)
  await expectNothingOf(page, [draftOfNina, signedByNina])
  await openPatient(page, somby)
  await fillVisitNote(page, draftOfAhmed)

  // His sign-in has taken her session's place: one press of hers brings it back, and his waits for him.
  await handOver(page)
  await page.getByRole('button', { name: 'Nina' }).click()
  await unlock(page, nina)
  await goOnWithSession(page, 'Nina')
  await handOver(page)
  await page.getByRole('button', { name: 'Ahmed' }).click()
  await unlock(page, ahmed)
  await goOnWithSession(page, 'Ahmed')

  await app.kill()
  page = await phone.open(app.url)
  await unlock(page, ahmed)
  await expectDraft(page, draftOfAhmed)
  await openPatient(page, somby)

  await handOver(page)
  await page.getByRole('button', { name: 'Nina' }).click()
  await unlock(page, nina)
  await expectDraft(page, draftOfNina)
  await openPatient(page, somby)
  await expect(page.getByText('penicillin')).toBeVisible()

  // She has signed, he has checked: his code signs that alone, and she goes on.
  const note = page.getByRole('article').filter({ hasText: signedByNina })
  const withdrawal = await note.getByRole('link', { name: 'Før som feil' }).getAttribute('href')
  await goTo(page, (withdrawal ?? '').replace('/trekk/', '/dobbeltkontroll/'))
  await expect(page.getByText('Du skrev det selv, så en annen må kontrollere.')).toBeVisible()
  await page.getByRole('button', { name: 'Ahmed' }).click()
  await enterCode(page, nina.code)
  await expect(page.getByText('Feil kode. 9 forsøk igjen.')).toBeVisible()
  await enterCode(page, ahmed.code)
  await expect(page.getByText('Dobbeltkontrollen er signert og lagret på telefonen')).toBeVisible()
  await page.getByRole('link', { name: 'Til hovedkortet' }).click()
  await expect(note).toContainText(/Dobbeltkontrollert av Ahmed [^,]+, [^,]+, \d\d:\d\d/)
  await expectDraft(page, draftOfNina)

  // His code is not hers, and hers not his.
  await handOver(page)
  await page.getByRole('button', { name: 'Ahmed' }).click()
  await typeCode(page, nina.code)
  await expect(page.getByText('Feil kode. 9 forsøk igjen.')).toBeVisible()

  await phone.remove()
  await app.remove()
})

/** Neither among what lies half-written nor among what is sent. */
async function expectNothingOf(page: Page, texts: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Skriv', exact: true }).click()
  await expect(page.getByRole('link', { name: /Besøksnotat/ })).toHaveCount(1)
  await expect(page.getByText('Mine utkast og usignerte')).toBeHidden()
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('link', { name: 'Sendt og bekreftet' }).click()
  await expect(page.getByText(/oppføringe?r? fra (en annen ansatt|andre ansatte)/)).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveCount(0)
  for (const text of texts) await expect(page.getByText(text)).toHaveCount(0)
}

async function expectDraft(page: Page, text: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Hovedmeny' })
    .getByRole('link', { name: 'Skriv', exact: true })
    .click()
  const drafts = page.getByRole('link', { name: /Besøksnotat.*Somby/ })
  await expect(drafts).toHaveCount(1)
  await drafts.click()
  await expect(page.getByLabel('Hva gjorde du?')).toHaveValue(text)
  await page.getByRole('button', { name: 'Lukk' }).click()
}

async function enterCode(page: Page, code: string): Promise<void> {
  for (const digit of code) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Signer dobbeltkontrollen' }).click()
}

/** Without a password, and back to the screen that she was on. */
async function goOnWithSession(page: Page, name: string): Promise<void> {
  await goTo(page, '/tiltakskort')
  const press = page.getByRole('link', { name: `Venter på ${name}: hent nye lister` })
  await press.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tiltakskort' })).toBeVisible()
  await expect(press).toBeHidden()
  await expect(
    page
      .getByRole('banner')
      .getByText(/^Alt (er sendt|signert er)/)
      .first(),
  ).toBeVisible()
}
