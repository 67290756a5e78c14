import { readdirSync, readFileSync } from 'node:fs'

/** The app itself, which the first script loads as soon as the lock's frame is painted; the other scripts are its screens'. */
const app = /^parts-.*\.js$/

/** What the browser fetches before the first screen: index.html, what it names, and the app with all that it imports. */
function firstLoad(): string[] {
  const html = readFileSync('dist/index.html', 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path)
  const apps = readdirSync('dist/assets').filter((file) => app.test(file))
  if (apps.length !== 1) throw new Error(`${apps.length} files of the app itself.`)
  const found = new Set([...named, ...apps.map((file) => `assets/${file}`)])
  for (const path of found) {
    if (path === undefined || !path.endsWith('.js')) continue
    const script = readFileSync(`dist/${path}`, 'utf8')
    for (const [, file] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      found.add(`assets/${file}`)
    }
  }
  return ['dist/index.html', ...[...found].map((path) => `dist/${path}`)]
}

function refuseJsPdf(paths: readonly string[]): void {
  const guilty = paths.find((path) => readFileSync(path, 'utf8').includes('jsPDF'))
  if (guilty !== undefined) throw new Error(`jsPDF is in the first load: ${guilty}`)
}

// React, its router, Designsystemet with its styles, Dexie, the lock and the frame of all screens; 1 s on 3G.
const first = firstLoad()
refuseJsPdf(first)

export default [
  { name: 'First load', path: first, limit: '215 kB', gzip: true },
  {
    name: 'Everything the service worker keeps',
    path: ['dist/**/*.{css,html,js,svg,ttf,wasm,woff2,webmanifest}', 'dist/icons/*.png'],
    limit: '1.5 MB',
    gzip: true,
  },
]
