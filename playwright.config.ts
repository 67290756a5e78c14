import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './scripts/chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/app-template.ts',
  outputDir: 'test-results',
  // A test that passes at the second try has failed.
  retries: 0,
  workers: 1,
  timeout: 60_000,
  // Slow machines are no failure; what is waited for is.
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 390, height: 844 },
    screenshot: 'off',
    trace: 'off',
    launchOptions: {
      args: chromiumArguments,
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
})
