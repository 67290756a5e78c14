import { expect, type Page } from '@playwright/test'
import { goTo, sign } from './work.ts'

/** What was measured, and the sum that the table gives. */
export type Measured = {
  path: string
  patient: string
  happened: string
  respiration: string
  saturation: string
  oxygen: 'Ja' | 'Nei'
  systolic: string
  pulse: string
  consciousness: string
  temperature: string
  sum: number
}

type Measuring = { path: string; name: string }

/** Two rows of the table whose sums are known (`domain.md` 4.7). */
export function measurementsOf(well: Measuring, ill: Measuring): Measured[] {
  return [
    {
      path: well.path,
      patient: well.name,
      happened: 'i går 20:01',
      respiration: '18',
      saturation: '97',
      oxygen: 'Nei',
      systolic: '120',
      pulse: '80',
      consciousness: 'A – våken',
      temperature: '37,0',
      sum: 0,
    },
    {
      path: ill.path,
      patient: ill.name,
      happened: 'i går 20:02',
      respiration: '25',
      saturation: '91',
      oxygen: 'Ja',
      systolic: '90',
      pulse: '131',
      consciousness: 'C – nyoppstått forvirring',
      temperature: '39,1',
      sum: 19,
    },
  ]
}

/** The leader says that the municipality has assessed NEWS2. Before that nobody can begin one. */
export async function takeNewsIntoUse(leader: Page): Promise<void> {
  await leader.getByRole('link', { name: 'Skriv', exact: true }).click()
  await leader.getByRole('button', { name: 'Ta NEWS2 i bruk' }).click()
  const sure = leader.getByRole('alertdialog', { name: 'NEWS2' })
  await sure.getByRole('button', { name: 'Ta NEWS2 i bruk' }).click()
  await expect(leader.getByRole('button', { name: 'Ta NEWS2 ut av bruk' })).toBeVisible()
}

export async function signNews(page: Page, measured: Measured): Promise<void> {
  const patientId = measured.path.split('/').at(-1)
  await goTo(page, `/skriv/news?bruker=${patientId}`)
  await page.getByLabel('Når målte du?').fill(measured.happened)
  await page.getByLabel('Respirasjonsfrekvens').fill(measured.respiration)
  await page.getByLabel('SpO₂', { exact: true }).fill(measured.saturation)
  await page.getByRole('group', { name: 'Får bruker oksygen?' }).getByLabel(measured.oxygen).check()
  await page.getByLabel('Systolisk blodtrykk').fill(measured.systolic)
  await page.getByLabel('Puls').fill(measured.pulse)
  await page.getByRole('group', { name: 'Bevissthet' }).getByLabel(measured.consciousness).check()
  await page.getByLabel('Temperatur').fill(measured.temperature)
  await expect(page.getByText(/Lagret på telefonen \d\d:\d\d:\d\d/)).toBeVisible()
  await sign(page)
}
