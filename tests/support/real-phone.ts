import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { chromiumArguments, findChromium } from '../../scripts/chromium.ts'

/** A Chromium whose profile lies on the disk and survives the browser, as a phone's does. */
export type RealPhone = {
  profile: string
  /** Opens the app at the address; the browser is started when it is not running. */
  open(url: string): Promise<Page>
  /** As when the battery is pulled: kill -9, nothing is flushed. */
  kill(): Promise<void>
  /** As when the browser is closed: all is flushed to the disk. */
  end(): Promise<void>
  remove(): Promise<void>
}

const sizes = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } }

export async function takePhone(size: keyof typeof sizes): Promise<RealPhone> {
  const profile = await mkdtemp(join(tmpdir(), 'beredt-profile-'))
  const executablePath = findChromium()
  let context: BrowserContext | null = null
  return {
    profile,
    async open(url) {
      context ??= await chromium.launchPersistentContext(profile, {
        headless: true,
        args: chromiumArguments,
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
        viewport: sizes[size],
        acceptDownloads: true,
        ...(executablePath === null ? {} : { executablePath }),
      })
      const page = context.pages()[0] ?? (await context.newPage())
      page.setDefaultTimeout(30_000)
      await page.goto(url)
      return page
    },
    async kill() {
      const closed = context?.waitForEvent('close')
      await promisify(execFile)('pkill', ['-9', '-f', `user-data-dir=${profile}`])
      await closed
      context = null
    },
    async end() {
      await context?.close()
      context = null
    },
    async remove() {
      await context?.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
