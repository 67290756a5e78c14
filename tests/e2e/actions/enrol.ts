import { expect, type Page } from '@playwright/test'

export type Employee = { username: string; password: string; code: string; label: string }

export const nina: Employee = {
  username: 'nina',
  password: 'nina-nord-2',
  code: '471903',
  label: 'Jobbtelefon Nord 2 – 04',
}
export const ahmed: Employee = {
  username: 'ahmed',
  password: 'ahmed-nord',
  code: '820415',
  label: 'Jobbtelefon Nord 2 – 07',
}
export const solveig: Employee = {
  username: 'solveig',
  password: 'solveig-nord',
  code: '593027',
  label: 'Bærbar PC, seksjon Nord',
}
export const tone: Employee = {
  username: 'hdu',
  password: 'hdu-vakt',
  code: '614092',
  label: 'Jobbtelefon HDU',
}
export const petter: Employee = {
  username: 'admin',
  password: 'admin-demo',
  code: '905713',
  label: 'Bærbar PC, rådhuset',
}

/** Signs in, chooses a code and waits until the device says that it is ready for use without network. */
export async function enrol(page: Page, employee: Employee): Promise<void> {
  await signIn(page, employee)
  await makeReady(page, employee)
}

/** What comes after signing in for the first time on a device: its name, a code, and the proof without network. */
export async function makeReady(
  page: Page,
  employee: Pick<Employee, 'code' | 'label'>,
): Promise<void> {
  await page.getByLabel(/^Hva (heter|står det bak på) (telefonen|PC-en)\?/).fill(employee.label)
  await makeCode(page, employee)
}

/** As `enrol`, on a device that has a name from whoever came first. */
export async function enrolBesideColleague(page: Page, employee: Employee): Promise<void> {
  await signIn(page, employee)
  await makeCode(page, employee)
}

export async function signIn(page: Page, { username, password }: Employee): Promise<void> {
  await page.getByLabel('Brukernavn').fill(username)
  await page.getByLabel('Passord').fill(password)
  await page.getByRole('button', { name: 'Logg inn' }).click()
}

async function makeCode(page: Page, { code }: Pick<Employee, 'code'>): Promise<void> {
  await page.getByLabel('Koden din').fill(code)
  await page.getByLabel('Koden en gang til').fill(code)
  await page.getByRole('button', { name: 'Lag koden' }).click()
  await expect(page.getByText('Prøv uten nett til slutt.')).toBeVisible()
  await page.getByLabel('Koden din').fill(code)
  await page.getByRole('button', { name: 'Prøv uten nett' }).click()
  await expect(page.getByText(/^Klar\. Telefonen virker uten nett/)).toBeVisible()
  await page.getByRole('button', { name: 'Ta i bruk' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nå' })).toBeVisible()
}

export async function unlock(page: Page, { code }: Employee): Promise<void> {
  await typeCode(page, code)
  await expect(page.getByRole('heading', { level: 1, name: 'Nå' })).toBeVisible()
}

export async function typeCode(page: Page, code: string): Promise<void> {
  for (const digit of code) {
    await page.getByRole('button', { name: digit, exact: true }).click()
  }
  // A code of six digits opens at the sixth.
  if (code.length > 6) await page.getByRole('button', { name: 'Lås opp' }).click()
}
