import { expect, type Page } from '@playwright/test'
import { goTo } from './work.ts'

export type Outcome =
  | { kind: 'given'; happened: string }
  | { kind: 'notGiven'; reason: string }
  /** A controlled substance, counted before and after. */
  | { kind: 'controlled'; happened: string; before: number; after: number }

/** One medicine at one time of a patient's yesterday, and what is signed of it. */
export type Dose = {
  path: string
  patient: string
  medicine: string
  slot: string
  outcome: Outcome
}

type Whose = { path: string; name: string }

/** Also from another's list: hers is there when her name is. */
export async function openSigningList(page: Page, { path, name }: Whose): Promise<void> {
  await goTo(page, `${path}/signering`)
  await expect(page.getByRole('heading', { level: 1, name: 'Signeringsliste' })).toBeVisible()
  await expect(page.getByRole('main').getByText(`${name} ·`)).toBeVisible()
}

/** Yesterday's list, so that each dose has a time of its own that is not when it was written. */
export async function openYesterday(page: Page, whose: Whose): Promise<void> {
  await openSigningList(page, whose)
  await page.getByRole('radio', { name: 'I går' }).check()
}

/** The doses at set times of yesterday, by what their buttons say. */
export async function readDoses(page: Page): Promise<{ medicine: string; slot: string }[]> {
  const labels = await page
    .getByRole('button', { name: /^Gitt kl. …: / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''))
  return labels.flatMap((label) => {
    const [, medicine, slot] = /^Gitt kl\. …: (.+) (\d\d:\d\d)$/.exec(label) ?? []
    return medicine === undefined || slot === undefined ? [] : [{ medicine, slot }]
  })
}

/** Marks a dose on the list that is open; it is stored and not signed. */
export async function markDose(page: Page, { medicine, slot, outcome }: Dose): Promise<void> {
  const row = rowOf(page, { medicine, slot })
  const press = outcome.kind === 'notGiven' ? 'Ikke gitt' : 'Gitt kl. …'
  await row.getByRole('button', { name: `${press}: ${medicine} ${slot}`, exact: true }).click()
  if (outcome.kind === 'notGiven') {
    await row.getByRole('radio', { name: outcome.reason }).click()
    await expect(row.getByText(`Markert ikke gitt: ${outcome.reason}.`)).toBeVisible()
    return
  }
  await row.getByLabel(/^Når ble den gitt\?/).fill(outcome.happened)
  await expect(row.getByText(`Markert gitt ${outcome.happened}.`)).toBeVisible()
  if (outcome.kind !== 'controlled') return
  await row.getByText('A- og B-preparat, kommentar').click()
  await row.getByRole('radio', { name: 'Ja' }).click()
  await row.getByLabel(/^Antall før/).fill(String(outcome.before))
  await row.getByLabel(/^Antall etter/).fill(String(outcome.after))
}

export async function signDoses(page: Page, count: number): Promise<void> {
  const words = count === 1 ? 'Signer 1 dose' : `Signer ${count} doser`
  await page.getByRole('button', { name: words }).click()
  await expect(page.getByRole('button', { name: 'Ingen doser er markert' })).toBeVisible()
}

export function rowOf(page: Page, { medicine, slot }: { medicine: string; slot: string }) {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByText(slot, { exact: true }) })
    .filter({ has: page.getByText(medicine, { exact: true }) })
}
