import { defineConfig } from '@playwright/test'
import usual from '../../../playwright.config.ts'

export default defineConfig({
  ...usual,
  testDir: '.',
  globalSetup: '../../support/app-template.ts',
  outputDir: '../../../test-results',
})
