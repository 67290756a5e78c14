import { expect, type Page } from '@playwright/test'
import type { Employee } from './enrol.ts'

/** On the phone that the first one has unlocked: the colleague reads the note, and her own code signs it. */
export async function countersignHere(
  page: Page,
  { name, code }: { name: string; code: Employee['code'] },
): Promise<void> {
  await page.getByRole('button', { name }).click()
  for (const digit of code) {
    await page.getByRole('button', { name: digit, exact: true }).click()
  }
  await page.getByRole('button', { name: 'Signer dobbeltkontrollen' }).click()
  await expect(page.getByText('Dobbeltkontrollen er signert og lagret på telefonen')).toBeVisible()
}
