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

/** Finds Chromium: that of CHROMIUM_PATH, else the system's, else one that Playwright has downloaded. */
export function findChromium(): string | null {
  const configured = process.env['CHROMIUM_PATH'] ?? ''
  if (configured !== '') return configured
  return [...systemPaths, ...playwrightPaths()].find((path) => existsSync(path)) ?? null
}

/** Chromium's sandbox does not start as root; the other arguments stop requests to Google. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
]
