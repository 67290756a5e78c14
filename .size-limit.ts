import { readFileSync } from 'node:fs'

/** What the browser fetches before the first screen: index.html and the scripts and styles it names. */
function firstLoad(): string[] {
  const html = readFileSync('dist/index.html', 'utf8')
  const assets = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path)
  return ['dist/index.html', ...assets.map((path) => `dist/${path}`)]
}

function refuseJsPdf(paths: readonly string[]): void {
  const guilty = paths.find((path) => readFileSync(path, 'utf8').includes('jsPDF'))
  if (guilty !== undefined) throw new Error(`jsPDF is in the first load: ${guilty}`)
}

// React, its router, Designsystemet with its styles, Dexie and the front page; 1.4 s on 3G.
const first = firstLoad()
refuseJsPdf(first)

export default [
  { name: 'First load', path: first, limit: '280 kB', gzip: true },
  {
    name: 'Everything the service worker keeps',
    path: ['dist/**/*.{css,html,js,svg,ttf,wasm,woff2,webmanifest}', 'dist/icons/*.png'],
    limit: '1.5 MB',
    gzip: true,
  },
]
