import { expect, type Page } from '@playwright/test'
import { weekList } from './week-list.ts'

/** The section leader's Monday: reads the EHR's list, answers what is asked and takes it in. */
export async function takeInWeekList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ukens lister' }).click()
  await page.getByLabel('Fil fra EPJ').setInputFiles({
    name: weekList.name,
    mimeType: 'text/csv',
    buffer: weekList.bytes(),
  })
  await page.getByRole('button', { name: 'Les filen' }).click()
  await expect(page.getByText('Linje 17')).toBeVisible()
  await page.getByLabel(/brukere skal ut av listen/).check()
  await page.getByRole('button', { name: `Ta inn ${weekList.people} brukere` }).click()
  await expect(page.getByText(`${weekList.people} brukere er tatt inn`)).toBeVisible()
}

/** Two taps from the front page: the lists, then the name among the hits. */
export async function openPatient(
  page: Page,
  { patient, search }: { patient: string; search: string },
): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Hovedmeny' })
  await menu.getByRole('link', { name: 'Lister', exact: true }).click()
  await page.getByLabel('Søk etter bruker').fill(search)
  await page.getByRole('link', { name: new RegExp(`^${patient}`) }).click()
  await expect(page.getByRole('heading', { level: 1, name: patient })).toBeVisible()
}

/** Writes a visit note about the patient whose card is open, and leaves it unsigned. */
export async function fillVisitNote(page: Page, done: string): Promise<void> {
  await page.getByRole('link', { name: 'Skriv', exact: true }).first().click()
  await page.getByRole('button', { name: 'Nå' }).click()
  await page.getByRole('group', { name: 'Er noe endret?' }).getByLabel('Nei').check()
  await page.getByRole('group', { name: 'Beskjed gitt til' }).getByLabel('Ansvarsvakt').check()
  await page.getByLabel('Hva gjorde du?').fill(done)
  await expect(page.getByText(/Lagret på telefonen \d\d:\d\d:\d\d/)).toBeVisible()
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('button', { name: 'Lås nå' }).click()
  await expect(page.getByText('Skriv koden din')).toBeVisible()
}

/** Hands the phone over: locked, and asking who is there. */
export async function handOver(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('button', { name: 'Bytt ansatt' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hvem er du?' })).toBeVisible()
}

export async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Signer' }).click()
  // With network it may be received before one has looked.
  await expect(
    page.getByText(/^(Signert og lagret på telefonen|Sendt og bekreftet \d)/).first(),
  ).toBeVisible()
}

/** From Mer: everything out, and every receipt in. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('link', { name: 'Sendt og bekreftet' }).click()
  await page.getByRole('button', { name: 'Prøv å sende nå' }).click()
  await expect(page.getByLabel('Tilstand for data og sending')).toContainText(/Ikke sendt0/)
}

/** To an address within the app, as a link does: loading it anew would lock the phone. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}
