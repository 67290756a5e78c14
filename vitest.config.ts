import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, findChromium } from './scripts/chromium.ts'
import { LongestFirst } from './scripts/longest-first.ts'

const chromium = findChromium()

/** A busy machine is no failure: what is waited for is, and these end only what hangs. */
const patience = { testTimeout: 30_000, expect: { poll: { timeout: 15_000 } } }

function nodeProject(
  name: string,
  more: { setupFiles?: string[]; globalSetup?: string[]; testTimeout?: number } = {},
) {
  return {
    test: {
      name,
      environment: 'node',
      include: [`tests/${name}/**/*.test.ts`],
      ...patience,
      ...more,
    },
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
      nodeProject('service-worker', { setupFiles: ['fake-indexeddb/auto'] }),
      nodeProject('server', { globalSetup: ['tests/support/test-cluster.ts'] }),
      nodeProject('attacks', {
        // A thousand poisoned entries are minutes on a machine that builds and browses beside.
        testTimeout: 300_000,
        globalSetup: ['tests/support/test-cluster.ts'],
      }),
      nodeProject('faults'),
      nodeProject('scripts', { testTimeout: 60_000 }),
      nodeProject('gate', { testTimeout: 60_000 }),
      nodeProject('simulation', { testTimeout: 1_800_000 }),
      {
        plugins: [react()],
        // All of them, because Vite reloads the page, and the test in it, when it finds one on the way.
        optimizeDeps: {
          noDiscovery: true,
          include: [
            '@digdir/designsystemet-react',
            '@hpke/core',
            '@navikt/aksel-icons',
            'axe-core',
            'comlink',
            'dexie',
            'dexie-react-hooks',
            'hash-wasm',
            'jspdf',
            'qr',
            'qr/decode.js',
            'react',
            'react-dom',
            'react-dom/client',
            'react-router',
            'react-router/dom',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
            'vitest-browser-react',
            'workbox-window',
            'zod',
            'zod/mini',
          ],
        },
        test: {
          name: 'screens',
          include: ['tests/app/**/*.test.tsx'],
          ...patience,
          testTimeout: 60_000,
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
