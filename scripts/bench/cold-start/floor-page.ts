import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { openBrowser } from '../browser-page.ts'

const root = join(import.meta.dirname, '../page/cold-floor')
const builtFolder = join(import.meta.dirname, '../../../.build/cold-floor')

/**
 * Puts the floor into a profile: a page without a framework, its service worker, and the same patients sealed in the same chunks under
 * the same kind of key. Answers its address, at which nobody answers any more.
 */
export async function installFloorPage(
  profile: string,
  prepared: { code: string; patients: number },
): Promise<string> {
  const input = ['index.html', 'prepare.html', 'plain.html'].map((file) => join(root, file))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: builtFolder,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input },
    },
  })
  const assets = await readdir(join(builtFolder, 'assets'))
  const files = ['/', '/plain.html', ...assets.map((file) => `/assets/${file}`)]
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: builtFolder },
    preview: { host: 'localhost', port: 0 },
  })
  try {
    const address = server.httpServer.address()
    if (address === null || typeof address === 'string') throw new Error('The floor has no port.')
    const url = `http://localhost:${address.port}`
    const context = await openBrowser(profile)
    try {
      const page = await context.newPage()
      await page.goto(`${url}/prepare.html`)
      await page.evaluate(`prepareFloor(${JSON.stringify({ ...prepared, files })})`)
    } finally {
      await context.close()
    }
    return url
  } finally {
    await server.close()
  }
}
