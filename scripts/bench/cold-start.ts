import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enrol } from '#text/nb/screens/enrol.ts'
import { signIn } from '#text/nb/screens/sign-in.ts'
import { unlock } from '#text/nb/screens/unlock.ts'
import { buildClient, clientFolder, isClientOld } from '../build-client.ts'
import { withBenchServer } from './bench-server.ts'
import { type Benchmark, measurementOf, type Rounds } from './benchmark.ts'
import { openBrowser } from './browser-page.ts'
import { poweredDevice } from './page/people.ts'
import { benchPassword, benchUsername } from './page/sync/first-sync-account.ts'

const code = '471108'

/** Where a phone opens that has been used: the list of those who need power. */
const listPath = '/lister/bst'

export const coldStart: Benchmark = {
  name: 'cold-start',
  about: 'the app itself, without server, in a browser that was closed; beside a static page',
  patients: 400,
  async measure({ patients, rounds }) {
    if (isClientOld()) await buildClient(() => {})
    const profile = await mkdtemp(join(tmpdir(), 'beredt-bench-phone-'))
    try {
      const url = await withBenchServer({ patients, clientFolder }, async (url) => {
        await readyPhone(profile, url)
        return url
      })
      // From here on nobody answers at that address.
      const { screen, list } = await startOver(profile, url, rounds)
      const where = `${patients} patients, server stopped, browser started anew`
      return [
        measurementOf(
          'cold-start',
          `to the keypad and, with the code typed at once, to the list; ${where}`,
          list,
          {
            milliseconds: 1_500,
          },
        ),
        measurementOf(
          'cold-start-unlock-screen',
          `until the keypad takes a digit; ${where}`,
          screen,
        ),
      ]
    } finally {
      await rm(profile, { recursive: true, force: true })
    }
  },
}

/** Signs in, makes a code and waits until the phone has proved that it works without network. */
async function readyPhone(profile: string, url: string): Promise<void> {
  const context = await openBrowser(profile)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${url}/klargjor`)
    await page.getByLabel(signIn.username).fill(benchUsername)
    await page.getByLabel(signIn.password).fill(benchPassword)
    await page.getByRole('button', { name: signIn.submit }).click()
    await page.getByLabel(enrol.label.computer).fill('Jobbtelefon Nord 1')
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

async function startOver(
  profile: string,
  url: string,
  rounds: number,
): Promise<{ screen: Rounds; list: Rounds }> {
  const screen: number[] = []
  const list: number[] = []
  const floor: number[] = []
  for (let round = 0; round < rounds; round++) {
    const context = await openBrowser(profile)
    try {
      const page = await context.newPage()
      floor.push(await timeOf(() => openStaticPage(page)))
      const begun = performance.now()
      await openUnlockScreen(page, url)
      screen.push(performance.now() - begun)
      // The keypad takes digits before the app is there, and the last one opens.
      await page.keyboard.type(code)
      await untilPainted(page, poweredDevice)
      list.push(performance.now() - begun)
    } finally {
      await context.close()
    }
  }
  const peers = { 'floor:static-page': floor }
  return { screen: { ours: screen, ...peers }, list: { ours: list, ...peers } }
}

async function openStaticPage(page: Page): Promise<void> {
  await page.goto('data:text/html,<h1>Beredt</h1>')
  await page.getByRole('heading', { name: 'Beredt' }).waitFor()
}

async function openUnlockScreen(page: Page, url: string): Promise<void> {
  await page.goto(`${url}${listPath}`, { waitUntil: 'commit' })
  await untilPainted(page, unlock.writeCode)
}

/** The page looks for itself at every frame: Playwright looks twice a second, and would round up to that. */
function untilPainted(page: Page, text: string): Promise<void> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const text = ${JSON.stringify(text)}
    setTimeout(() => reject(new Error('The screen never showed: ' + text)), 60_000)
    const isShown = () =>
      document.body?.textContent.includes(text) && document.body.innerText.includes(text)
    const look = () =>
      requestAnimationFrame(isShown() ? () => setTimeout(resolve) : look)
    look()
  })`)
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
