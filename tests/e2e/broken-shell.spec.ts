import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test as base } from '@playwright/test'
import { seededRandom } from '../simulation/random.ts'
import { damageFile, damages, hashesOfShell } from '../support/damaged-shell.ts'
import { startShellServer } from '../support/shell-server.ts'

/** How many files are damaged, one after the other; a hundred where there is time for it. */
const rounds = Number(process.env['BEREDT_DAMAGED_FILES'] ?? 8)
const seed = Number(process.env['BEREDT_SEED'] ?? 2026)

const test = base.extend<{ shell: Awaited<ReturnType<typeof startShellServer>> }>({
  shell: async ({}, use) => {
    const server = await startShellServer()
    await use(server)
    await server.stop()
  },
})

const everything = /^/
const nothing = /$^/
/** Without these no screen comes. What only one screen needs keeps nobody from the others. */
const neededAtOnce = /index\.html$|\/(?:first|packages|parts|words|vault\.worker)-/

const app = (page: Page) => page.locator('#root h1')
const rescue = (page: Page) => page.getByRole('heading', { name: 'Beredt kan ikke starte' })

async function install(page: Page, url: string): Promise<Record<string, string>> {
  await page.goto(url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect(app(page)).toBeVisible()
  return hashesOfShell(page)
}

test('with any one file missing or damaged the app starts or says what to do, and mends itself with network', async ({
  page,
  shell,
}) => {
  test.setTimeout(60_000 + rounds * 10_000)
  const random = seededRandom(seed)
  const whole = await install(page, shell.url)
  const files = Object.keys(whole).toSorted()
  const first = files.filter((file) => neededAtOnce.test(file))
  expect(first).toHaveLength(6)

  for (let round = 0; round < rounds; round++) {
    // Those that matter most are the first, so that they are among them however few they are.
    const file = first[round] ?? random.pick(files)
    const damage = random.pick(damages)
    await test.step(`seed ${seed}, round ${round}: ${file} ${damage}`, async () => {
      await damageFile(page, file, damage)
      shell.breakOff(everything)
      await page.goto(`${shell.url}/?uten-nett=${round}`)
      await expect(neededAtOnce.test(file) ? rescue(page) : app(page)).toBeVisible()

      shell.breakOff(nothing)
      await page.goto(`${shell.url}/?med-nett=${round}`)
      await expect(app(page)).toBeVisible()
      await expect.poll(() => hashesOfShell(page)).toEqual(whole)
    })
  }
})

test('the rescue page works without script, says only what it knows, and leads back', async ({
  page,
  shell,
}) => {
  await install(page, shell.url)
  await damageFile(page, '/index.html', 'cut')
  shell.breakOff(everything)

  await page.goto(`${shell.url}/lister?q=1`)
  await expect(rescue(page)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const scripts = await page.locator('script').count()
  const kept = await page.getByText('er ikke borte').count()
  shell.breakOff(nothing)
  await page.getByRole('link', { name: 'Prøv igjen' }).click()

  await expect(app(page)).toBeVisible()
  expect(page.url()).toContain(shell.url)
  expect([violations, scripts]).toEqual([[], 0])
  // Nobody has written anything in this browser, and the page must not say that it is kept.
  expect(kept).toBe(0)
})

test('a version that waits takes over when the one before it cannot start', async ({
  page,
  shell,
}) => {
  await install(page, shell.url)
  shell.release()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Ta i bruk ny versjon' })).toBeVisible()
  const before = await page.evaluate(() => caches.keys())
  await damageFile(page, '/index.html', 'missing')
  shell.breakOff(everything)

  await page.goto(`${shell.url}/?uten-nett`)
  await expect(rescue(page)).toBeVisible()
  await expect(async () => {
    await page.goto(`${shell.url}/?igjen`)
    await expect(app(page)).toBeVisible({ timeout: 2_000 })
  }).toPass()

  expect(before).toHaveLength(2)
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .toEqual([expect.stringMatching(/-1$/)])
})
