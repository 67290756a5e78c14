import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import ownPackage from './package.json' with { type: 'json' }
import { clientChunks } from './scripts/client-chunks.ts'
import { frameStyles } from './scripts/frame-styles.ts'
import { manifest } from './scripts/web-manifest.ts'

/** Phones install over a weak network, and one missing file fails the whole installation. */
const maxPrecachedFiles = 60

/** jsPDF needs these only to draw HTML, which is not used. */
const neverBundled = ['canvg', 'dompurify', 'html2canvas']

/** Adds a hash, so that the phone refuses an altered file, and can check later that a file is complete. */
function withIntegrity<Entry extends { url: string }>(entry: Entry): Entry & { integrity: string } {
  const hash = createHash('sha256').update(readFileSync(join('dist', entry.url)))
  return { ...entry, integrity: `sha256-${hash.digest('base64')}` }
}

/** Packages that register custom elements and listeners when they load, and the app uses none of those. */
const loadsForNothing =
  /node_modules\/(?:@digdir\/designsystemet-(?:react|web)|@floating-ui|@tanstack|@u-elements)\//

export default defineConfig({
  define: {
    'import.meta.env.BEREDT_VERSION': JSON.stringify(ownPackage.version),
  },
  plugins: [
    react(),
    frameStyles(['code-dots__full']),
    VitePWA({
      strategies: 'injectManifest',
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      includeManifestIcons: false,
      srcDir: 'src/service-worker',
      filename: 'sw.ts',
      injectManifest: {
        globPatterns: ['**/*.{css,html,js,svg,ttf,wasm,woff2}', 'icons/*.png'],
        manifestTransforms: [
          (entries) => {
            if (entries.length > maxPrecachedFiles) {
              throw new Error(`${entries.length} files to precache, ${maxPrecachedFiles} allowed.`)
            }
            return { manifest: entries.map(withIntegrity) }
          },
        ],
      },
    }),
  ],
  // One stylesheet, because a file for each component would fill the precache.
  build: {
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      external: neverBundled,
      treeshake: {
        moduleSideEffects: [{ test: loadsForNothing, external: false, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'client', name: clientChunks() }],
        },
      },
    },
  },
  worker: { format: 'es', rolldownOptions: { external: neverBundled } },
  server: { proxy: { '/api': 'http://localhost:8080' } },
})
