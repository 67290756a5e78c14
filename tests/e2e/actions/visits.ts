import { expect, type Page } from '@playwright/test'
import { goTo, sign } from './work.ts'

export type Visit = { path: string; name: string; text: string; happened: string }

/** Whom she visits, from the list of the shift. */
export async function readVisits(page: Page, count: number): Promise<Visit[]> {
  await page.getByRole('link', { name: /^Hele listen/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Nå')
  const rows = page.getByRole('main').locator('a.row__main')
  await expect(rows.first()).toBeVisible()
  const found = await rows.evaluateAll((links) =>
    links.map((link) => ({
      // Without the list that it leads through.
      path: new URL(link.getAttribute('href') ?? '', location.href).pathname,
      name: link.querySelector('.row__name')?.textContent ?? '',
    })),
  )
  const different = found.filter(
    ({ path }, place) =>
      path.startsWith('/bruker/') && found.findIndex((one) => one.path === path) === place,
  )
  expect(different.length).toBeGreaterThanOrEqual(count)
  return different.slice(0, count).map((visit, n) => ({
    ...visit,
    text: `Besøk nummer ${n + 1} på vakta`,
    happened: `i går 18:${10 + n}`,
  }))
}

async function openCard(page: Page, { path, name }: Visit): Promise<void> {
  await goTo(page, path)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** A visit that is over: when it was, and then what was done. Nothing is signed. */
export async function write(page: Page, visit: Visit): Promise<void> {
  await fill(page, visit)
  await expect(page.getByText(/Lagret på telefonen \d\d:\d\d:\d\d/)).toBeVisible()
}

export async function fill(page: Page, visit: Visit): Promise<void> {
  await openCard(page, visit)
  await page.getByRole('link', { name: 'Skriv', exact: true }).first().click()
  await page.getByLabel('Når var besøket?').fill(visit.happened)
  await page.getByRole('group', { name: 'Er noe endret?' }).getByLabel('Nei').check()
  await page.getByRole('group', { name: 'Beskjed gitt til' }).getByLabel('Ingen').check()
  await page.getByLabel('Hva gjorde du?').fill(`${visit.text}.`)
}

export async function writeAndSign(page: Page, visit: Visit): Promise<void> {
  await write(page, visit)
  await sign(page)
}

/** From the patient's card, where she left it. */
export async function resume(page: Page, visit: Visit): Promise<void> {
  await openCard(page, visit)
  await page.getByRole('link', { name: /^Fortsett notatet fra/ }).click()
  await expect(page.getByLabel('Hva gjorde du?')).toHaveValue(`${visit.text}.`)
  await expect(page.getByLabel('Når var besøket?')).toHaveValue(/18:\d\d/)
}

export async function correct(page: Page, visit: Visit, reason: string): Promise<void> {
  await openCard(page, visit)
  const note = page.getByRole('article').filter({ hasText: `${visit.text}.` })
  await note.getByRole('link', { name: 'Rett', exact: true }).click()
  await page.getByLabel('Hva gjorde du?').fill(`${visit.text}, rettet.`)
  await page.getByLabel('Hvorfor rettes det?').fill(reason)
  await sign(page)
}
