import { expect, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { type Employee, enrol, nina, signIn, solveig } from './actions/enrol.ts'

const admin: Employee = {
  username: 'admin',
  password: 'admin-demo',
  code: '615093',
  label: 'Bærbar PC, administrator',
}

test.describe.configure({ timeout: 240_000 })

test('a new phone waits until a leader approves it, and goes on by itself', async () => {
  const app = await runApp()
  const [office, laptop, phone] = [
    await takePhone('laptop'),
    await takePhone('laptop'),
    await takePhone('phone'),
  ]
  // Whoever is enrolled before the switch is turned needs nobody.
  const leading = await laptop.open(app.url)
  await enrol(leading, solveig)
  const administering = await office.open(app.url)
  await enrol(administering, admin)
  await turnOn(administering)

  const waiting = await phone.open(app.url)
  await askFor(waiting, nina)
  const code = await waiting.getByText(/^\d{3} \d{3}$/).textContent()
  await leading.getByRole('link', { name: 'Mer', exact: true }).click()
  await leading.getByRole('link', { name: 'Telefoner som venter', exact: true }).click()
  await expect(leading.getByText(`Kontrolltall ${code}`)).toBeVisible()
  await leading.getByRole('button', { name: `Godkjenn ${nina.label}` }).click()
  await expect(leading.getByText(`${nina.label} er godkjent`)).toBeVisible()

  // Nobody touches the phone.
  await expect(waiting.getByText('Prøv uten nett til slutt.')).toBeVisible()
  await Promise.all([office.remove(), laptop.remove(), phone.remove()])
  await app.remove()
})

async function turnOn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  const choice = page.getByRole('group', { name: 'Nye telefoner må godkjennes av en leder' })
  await expect(choice.getByRole('radio', { name: 'Av' })).toBeChecked()
  await choice.getByRole('radio', { name: 'På' }).click()
  await expect(choice.getByRole('radio', { name: 'På' })).toBeChecked()
}

async function askFor(page: Page, employee: Employee): Promise<void> {
  await signIn(page, employee)
  await page.getByLabel(/^Hva heter (telefonen|PC-en)\?/).fill(employee.label)
  await page.getByLabel('Koden din').fill(employee.code)
  await page.getByLabel('Koden en gang til').fill(employee.code)
  await page.getByRole('button', { name: 'Lag koden' }).click()
  await expect(page.getByText('Venter på lederen din')).toBeVisible()
}
