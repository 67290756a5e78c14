import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the system keeps Chromium or Chrome, the likeliest first. */
const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const pathsInPlaywrightsCache = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
]

function playwrightPaths(): string[] {
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ].filter((folder): folder is string => folder !== undefined && existsSync(folder))
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .flatMap((name) => pathsInPlaywrightsCache.map((path) => join(cache, name, path))),
  )
}

/** What CHROMIUM_PATH names, else the system's own, else what Playwright once fetched. */
export function findChromium(): string | null {
  const asked = process.env['CHROMIUM_PATH'] ?? ''
  if (asked !== '') return asked
  return [...systemPaths, ...playwrightPaths()].find((path) => existsSync(path)) ?? null
}

/** Chromium's sandbox refuses to start as root; the rest keeps it from calling home. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
]
