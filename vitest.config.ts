import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, findChromium } from './scripts/chromium.ts'
import { LongestFirst } from './scripts/longest-first.ts'

const chromium = findChromium()

function nodeProject(
  name: string,
  more: { setupFiles?: string[]; globalSetup?: string[]; testTimeout?: number } = {},
) {
  return {
    test: { name, environment: 'node', include: [`tests/${name}/**/*.test.ts`], ...more },
  }
}

export default defineConfig({
  // Beside the cache of the built app, so that a test run never touches it.
  cacheDir: '.build/vitest',
  test: {
    // On two processors Vitest would use one; many tests wait for other programs.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      nodeProject('domain'),
      nodeProject('contract'),
      nodeProject('text'),
      nodeProject('content'),
      nodeProject('demo'),
      nodeProject('storage', { setupFiles: ['fake-indexeddb/auto'] }),
      nodeProject('sync', { setupFiles: ['fake-indexeddb/auto'] }),
      nodeProject('pdf'),
      nodeProject('app', { setupFiles: ['fake-indexeddb/auto'] }),
      nodeProject('service-worker'),
      nodeProject('server', {
        testTimeout: 30_000,
        globalSetup: ['tests/support/test-cluster.ts'],
      }),
      nodeProject('attacks', {
        // A thousand poisoned entries are minutes on a machine that builds and browses beside.
        testTimeout: 300_000,
        globalSetup: ['tests/support/test-cluster.ts'],
      }),
      nodeProject('scripts', { testTimeout: 60_000 }),
      nodeProject('gate', { testTimeout: 60_000 }),
      nodeProject('simulation', { testTimeout: 1_800_000 }),
      {
        plugins: [react()],
        // Named here, because Vite reloads the page, and the test in it, when it finds one on the way.
        optimizeDeps: {
          include: [
            '@digdir/designsystemet-react',
            '@navikt/aksel-icons',
            'axe-core',
            'dexie',
            'dexie-react-hooks',
            'qr',
            'qr/decode.js',
            'react',
            'react-dom/client',
            'react-router',
            'vitest-browser-react',
            'workbox-window',
            'zod',
          ],
        },
        test: {
          name: 'screens',
          include: ['tests/app/**/*.test.tsx'],
          setupFiles: ['tests/support/screen-styles.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumArguments,
                ...(chromium === null ? {} : { executablePath: chromium }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
