import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import ownPackage from './package.json' with { type: 'json' }
import { manifest } from './scripts/web-manifest.ts'

/** Phones install over a weak line, and one missing file fails the whole installation. */
const mostPrecachedFiles = 60

/** jsPDF reaches for these only when it draws HTML, which we never ask of it. */
const neverBundled = ['canvg', 'dompurify', 'html2canvas']

/** The phone takes in no file that was altered on its way, and can prove later that each one is whole. */
function withIntegrity<Entry extends { url: string }>(entry: Entry): Entry & { integrity: string } {
  const hash = createHash('sha256').update(readFileSync(join('dist', entry.url)))
  return { ...entry, integrity: `sha256-${hash.digest('base64')}` }
}

/** They register custom elements and listeners as they load; of all that, a button uses nothing. */
const loadsForNothing =
  /node_modules\/(?:@digdir\/designsystemet-(?:react|web)|@floating-ui|@tanstack|@u-elements)\//

const firstChunks = new Set(['rolldown-runtime', 'packages', 'words', 'parts'])

/** What the first screen is made of comes beside the script that asks for it, not after. */
const firstScreenParts: Plugin = {
  name: 'first-screen-parts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter(({ name = '' }) => firstChunks.has(name))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        })),
  },
}

export default defineConfig({
  define: {
    'import.meta.env.BEREDT_VERSION': JSON.stringify(ownPackage.version),
  },
  plugins: [
    react(),
    firstScreenParts,
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
            if (entries.length > mostPrecachedFiles) {
              throw new Error(`${entries.length} files to precache, ${mostPrecachedFiles} allowed.`)
            }
            return { manifest: entries.map(withIntegrity) }
          },
        ],
      },
    }),
  ],
  // One stylesheet: a file for each small part would fill the precache.
  build: {
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      external: neverBundled,
      treeshake: {
        moduleSideEffects: [{ test: loadsForNothing, external: false, sideEffects: false }],
      },
      // A chunk for each screen; what screens share is three, not one for each pair that shares it.
      // `first` is small, so that the vault's worker sets out while the three are still read.
      output: {
        codeSplitting: {
          groups: [
            { name: 'packages', test: /node_modules/ },
            { name: 'words', test: /src\/(text|domain)\// },
            {
              name: 'first',
              test: /src\/app\/page\/[a-z]+\/(?:main|start-vault-worker|trusted-types)\.ts$/,
            },
            { name: 'parts', test: /src\/app\/(?:bridge|online|page\/(?!features))/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es', rolldownOptions: { external: neverBundled } },
  server: { proxy: { '/api': 'http://localhost:8080' } },
})
