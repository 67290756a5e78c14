import { enrol } from '#text/nb/screens/enrol.ts'
import { signIn } from '#text/nb/screens/sign-in.ts'
import { openBrowser } from '../browser-page.ts'
import { benchPassword, benchUsername } from '../page/sync/first-sync-account.ts'

/** Signs in, makes a code and waits until the phone has proved that it works without network. */
export async function readyPhone(profile: string, url: string, code: string): Promise<void> {
  const context = await openBrowser(profile)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${url}/klargjor`)
    await page.getByLabel(signIn.username).fill(benchUsername)
    await page.getByLabel(signIn.password).fill(benchPassword)
    await page.getByRole('button', { name: signIn.submit }).click()
    await page.getByLabel(enrol.label.phone).fill('Jobbtelefon Nord 1')
    await page.getByLabel(enrol.code, { exact: true }).fill(code)
    await page.getByLabel(enrol.codeAgain).fill(code)
    await page.getByRole('button', { name: enrol.makeCode }).click()
    const prove = page.getByRole('button', { name: enrol.withoutNetwork })
    await prove.waitFor()
    await page.getByLabel(enrol.code).fill(code)
    await prove.click()
    await page.getByText(enrol.ready, { exact: true }).waitFor()
  } finally {
    await context.close()
  }
}
