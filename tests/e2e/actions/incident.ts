import { expect, type Page } from '@playwright/test'

/** Leaves a quiet page to the next line, by undoing the start by its name. */
export async function takeBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Endre' }).click()
  await page.getByRole('button', { name: 'Angre Meldt: strøm' }).click()
  await expect(page.getByText('Hendelsen finnes ikke på telefonen')).toBeVisible()
}
