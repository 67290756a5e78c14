import { expect, type Page } from '@playwright/test'
import type { RealPhone } from '../../support/real-phone.ts'
import type { RunningApp } from '../../support/running-app.ts'
import { type Employee, unlock } from './enrol.ts'
import { goTo } from './work.ts'

/**
 * The lines that every task of care is done on, in the same spec. Offline the server is gone: a
 * browser that is only told to be offline still has a server that may answer.
 *
 * Five tasks need the server, and the app says so where they are begun:
 * - Signing in to it: it alone knows the passwords.
 * - Making a phone ready: it vouches for the phone's keys, so that what is signed there is believed.
 * - Taking in a week's list or restoring the one before: all phones are to have the same list.
 * - Printing a binder: it numbers the copies, so that one that is lost can be told from the others.
 * - Fetching one patient's sheet or code, for the on-call employee: no device of hers has them.
 */
export const lines = ['online', 'offline'] as const
export type Line = (typeof lines)[number]

/** Puts the line as it is to be, and loads the app anew on it: offline it comes from the phone alone. */
export async function openOnLine(
  line: Line,
  { app, phone, employee }: { app: RunningApp; phone: RealPhone; employee: Employee },
): Promise<Page> {
  if (line === 'offline') await app.kill()
  const page = await phone.open(app.url)
  await unlock(page, employee)
  await expectLine(page, line)
  return page
}

/** Both are seen, not assumed: the phone has tried the server and says how it went. */
export async function expectLine(page: Page, line: Line): Promise<void> {
  await goTo(page, '/sendt')
  await page.getByRole('button', { name: 'Prøv å sende nå' }).click()
  const told = { online: 'På nett', offline: /^Uten nett/ }[line]
  await expect(page.getByRole('banner').getByText(told).first()).toBeVisible()
}
