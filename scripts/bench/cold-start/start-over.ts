import type { Page } from '@playwright/test'
import { unlock } from '#text/nb/screens/unlock.ts'
import type { Rounds } from '../benchmark.ts'
import { openBrowser } from '../browser-page.ts'
import { poweredDeviceName } from '../page/people.ts'
import { untilDigitTaken, untilPainted } from './until-painted.ts'

/** What is started: the app and the floor in one profile, both without a server. */
export type Installed = {
  profile: string
  app: string
  floor: string
  code: string
  /** How many rows the list has. */
  rows: number
}

type Times = { digit?: number; list?: number }

/** Starts each of them in a browser that was closed, once a round; each round begins with another of them. */
export async function startOver(
  { profile, app, floor, code, rows }: Installed,
  { rounds, executablePath }: { rounds: number; executablePath: string | null },
): Promise<{ digit: Rounds; list: Rounds }> {
  const contenders: Record<string, (page: Page) => Promise<Times>> = {
    ours: (page) => untilList(page, app, { code, rows }),
    'floor:page': (page) => untilList(page, `${floor}/`, { code, rows }),
    'floor:static-page': async (page) => ({ digit: await untilStaticPage(page, staticPage) }),
    'floor:offline-static-page': async (page) => ({
      digit: await untilStaticPage(page, `${floor}/plain.html`),
    }),
  }
  const names = Object.keys(contenders)
  const taken: { digit: Rounds; list: Rounds } = { digit: {}, list: {} }
  for (let round = 0; round < rounds; round++) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const context = await openBrowser(profile, executablePath)
      try {
        const { digit, list } = (await contenders[name]?.(await context.newPage())) ?? {}
        if (digit !== undefined) (taken.digit[name] ??= []).push(digit)
        if (list !== undefined) (taken.list[name] ??= []).push(list)
      } finally {
        await context.close()
      }
    }
  }
  return taken
}

/** Until the first digit is taken, and until the list stands there when the rest of the code is typed at once. */
async function untilList(
  page: Page,
  url: string,
  { code, rows }: Pick<Installed, 'code' | 'rows'>,
): Promise<Required<Times>> {
  const begun = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await untilDigitTaken(page, unlock.writeCode, code.slice(0, 1))
  const digit = performance.now() - begun
  await page.keyboard.type(code.slice(1))
  await untilPainted(page, poweredDeviceName)
  const list = performance.now() - begun
  await checkRows(page, rows)
  return { digit, list }
}

const staticPage = 'data:text/html,<h1>Beredt</h1>'

async function untilStaticPage(page: Page, url: string): Promise<number> {
  const begun = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await untilPainted(page, 'Beredt')
  return performance.now() - begun
}

/** App and floor write as many rows, each with the device that everyone on the list has. */
async function checkRows(page: Page, expected: number): Promise<void> {
  const rows: unknown = await page.evaluate(
    `document.body.textContent.split(${JSON.stringify(poweredDeviceName)}).length - 1`,
  )
  if (rows !== expected) throw new Error(`${String(rows)} rows instead of ${expected}.`)
}
