import { expect, type Page, test as base } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { startShellServer } from '../support/shell-server.ts'

const test = base.extend<{
  shell: Awaited<ReturnType<typeof startShellServer>>
  phone: RealPhone
}>({
  shell: async ({}, use) => {
    const server = await startShellServer()
    await use(server)
    await server.stop()
  },
  phone: async ({}, use) => {
    const phone = await takePhone('phone')
    await use(phone)
    await phone.remove()
  },
})

const take = (page: Page) => page.getByRole('button', { name: 'Ta i bruk ny versjon' })
const firstScreen = (page: Page) => page.getByRole('heading', { level: 1 })
const shells = (page: Page) => page.evaluate(() => caches.keys())

const isInstalling = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).installing !== null)

/** The worker reads all its files after it was told that the screen is there, which takes longer than deleting. */
const giveWorkerTime = (page: Page) =>
  page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel()
    const { active } = await navigator.serviceWorker.ready
    const answer = new Promise((resolve) => {
      port1.addEventListener('message', resolve, { once: true })
      port1.start()
    })
    active?.postMessage({ type: 'BOOTED' })
    active?.postMessage({ type: 'PROVE' }, [port2])
    await answer
  })

async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect(firstScreen(page)).toBeVisible()
}

test('an update that waits survives a start of the version before, and opens without network', async ({
  phone,
  shell,
}) => {
  const page = await phone.open(shell.url)
  await installed(page)
  shell.release()
  await page.reload()
  await expect(take(page)).toBeVisible()

  await page.reload()
  await expect(take(page)).toBeVisible()
  await giveWorkerTime(page)
  await phone.end()
  await shell.stop()
  const reopened = await phone.open(`${shell.url}/?gjenapnet`)

  await expect(firstScreen(reopened)).toBeVisible()
  await expect(take(reopened)).toBeHidden()
  await expect.poll(() => shells(reopened)).toEqual([expect.stringMatching(/-1$/)])
})

test('an update that another one replaced is deleted when that one has shown its first screen', async ({
  phone,
  shell,
}) => {
  const page = await phone.open(shell.url)
  await installed(page)
  shell.release()
  await page.reload()
  await expect.poll(() => shells(page)).toHaveLength(2)
  await expect(take(page)).toBeVisible()
  shell.release()
  await page.reload()
  await expect.poll(() => shells(page)).toHaveLength(3)
  await expect.poll(() => isInstalling(page)).toBe(false)

  await phone.end()
  await shell.stop()
  const reopened = await phone.open(`${shell.url}/?gjenapnet`)

  await expect(firstScreen(reopened)).toBeVisible()
  await expect.poll(() => shells(reopened)).toEqual([expect.stringMatching(/-2$/)])
})

test('what an update left that never came whole is deleted at a later start', async ({
  phone,
  shell,
}) => {
  const page = await phone.open(shell.url)
  await installed(page)
  const before = await shells(page)
  await page.evaluate(() => caches.open('beredt-shell-half'))

  await page.reload()

  await expect(firstScreen(page)).toBeVisible()
  await expect.poll(() => shells(page)).toEqual(before)
})

test('the version before stays while another tab runs it', async ({ phone, shell }) => {
  const page = await phone.open(shell.url)
  await installed(page)
  const other = await page.context().newPage()
  await other.goto(shell.url)
  await expect(firstScreen(other)).toBeVisible()
  await other.evaluate(() => {
    document.querySelector('script[type=module]')?.remove()
  })
  shell.release()
  await page.reload()

  await take(page).click()
  await expect(take(page)).toBeHidden()
  await giveWorkerTime(page)
  const whileItRuns = await shells(page)
  await other.close()
  await page.reload()

  expect(whileItRuns).toHaveLength(2)
  await expect.poll(() => shells(page)).toEqual([expect.stringMatching(/-1$/)])
})
