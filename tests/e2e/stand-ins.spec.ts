import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, enrolBesideColleague, makeReady, nina, signIn, solveig } from './actions/enrol.ts'
import { fillVisitNote, goTo, openPatient, sendNow, sign } from './actions/work.ts'

test.describe.configure({ timeout: 480_000 })

const vera = {
  username: 'vera.vikar',
  password: 'hest batteri stift',
  code: '471903',
  label: 'Jobbtelefon Nord 2 – 09',
}
const somby = { patient: 'Somby, Máret', search: 'somby' }
const note = 'Laget middag'

test('a stand-in works until her leader ends it, and then her phone has nothing but what is still to be sent', async () => {
  const app = await runApp()
  const [office, phone] = [await takePhone('laptop'), await takePhone('phone')]
  const leading = await office.open(app.url)
  await enrol(leading, solveig)
  const code = await makeStandIn(leading)

  // On her phone: a password, a code, a note that does not get away.
  const nursing = await phone.open(`${app.url}/forste-innlogging`)
  await nursing.getByLabel('Brukernavn').fill(vera.username)
  await nursing.getByLabel('Engangskode').fill(code)
  await nursing.getByLabel('Nytt passord').fill(vera.password)
  await nursing.getByRole('button', { name: 'Velg passordet og logg inn' }).click()
  await makeReady(nursing, vera)
  await openPatient(nursing, somby)
  await sendNow(nursing)
  await app.kill()
  await openPatient(nursing, somby)
  await fillVisitNote(nursing, note)
  await sign(nursing)
  await phone.end()

  await app.start()
  await goTo(leading, '/ansatte')
  await expect(leading.getByText(/vikar til 14\.12\./)).toBeVisible()
  await leading.getByRole('link', { name: /Vera Vikar/ }).click()
  await leading.getByRole('button', { name: 'Avslutt vikartiden nå' }).click()
  await leading.getByRole('button', { name: 'Ja, avslutt nå' }).click()
  await expect(leading.getByRole('button', { name: 'Gi ny vikartid' })).toBeVisible()

  // At its next contact the phone is locked for good for her, and her note is received.
  const after = await phone.open(app.url)
  await expect(after.getByText(/^Tilgangen din ble avsluttet/)).toBeVisible()
  await expect(after.getByText(/^Koden din og listene dine er slettet/)).toBeVisible()
  await expect(after.getByRole('button', { name: '4', exact: true })).toHaveCount(0)
  await goTo(leading, '/')
  await sendNow(leading)
  await goTo(leading, '/mottatt')
  const received = leading.getByRole('article', { name: /^Besøksnotat · Somby, Máret/ })
  await expect(received).toContainText('Vera Vikar · mottatt')
  await expect(received).toContainText(note)

  // Her password is right, and she is told why it does not let her in.
  await after.getByRole('link', { name: 'Har du fått tilgang igjen? Logg inn' }).click()
  await signIn(after, vera)
  await expect(after.getByText(/^Tilgangen din gjaldt til \d\d\.\d\d\.2026\./)).toBeVisible()

  // A colleague makes the same phone her own.
  await enrolBesideColleague(after, nina)
  await Promise.all([office.remove(), phone.remove()])
  await app.remove()
})

async function makeStandIn(page: Page): Promise<string> {
  await goTo(page, '/ansatte/ny')
  await page.getByLabel('Navn', { exact: true }).fill('Vera Vikar')
  await page.getByRole('checkbox', { name: 'Nord 2' }).click()
  await page.getByLabel('Siste dag').fill('14.12.2026')
  await page.getByRole('button', { name: 'Lag konto og engangskode' }).click()
  const slip = page.getByRole('listitem', { name: 'Lapp til Vera Vikar' })
  return (await slip.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? ''
}
