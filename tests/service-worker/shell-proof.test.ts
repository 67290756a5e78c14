import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ShellFile, findWhole, repairShell } from '#service-worker/shell-proof.ts'

const page = '<main>Beredt</main>'
const file: ShellFile = {
  url: 'index.html',
  cacheKey: '/index.html?__WB_REVISION__=a1',
  integrity: `sha256-${createHash('sha256').update(page).digest('base64')}`,
}
const offline = () => Promise.reject(new TypeError('Failed to fetch'))

function aCache(body: string | null) {
  const held = new Map<string, string>(body === null ? [] : [[file.cacheKey, body]])
  return {
    held,
    match: () => {
      const found = held.get(file.cacheKey)
      return Promise.resolve(found === undefined ? undefined : new Response(found))
    },
    put: async (_: RequestInfo | URL, response: Response) => {
      held.set(file.cacheKey, await response.text())
    },
    delete: async () => held.delete(file.cacheKey),
  }
}

test('a shell whose files are as built is whole, without network', async () => {
  expect(await repairShell(aCache(page), [file], offline)).toEqual([])
})

test.each([
  ['missing', null],
  ['cut short', page.slice(0, 8)],
  ['empty', ''],
])('a file that is %s breaks the shell while there is no network', async (_, body) => {
  expect(await repairShell(aCache(body), [file], offline)).toEqual(['index.html'])
})

test('what is damaged is fetched anew', async () => {
  const cache = aCache('')

  const broken = await repairShell(cache, [file], () => Promise.resolve(new Response(page)))

  expect(broken).toEqual([])
  expect(cache.held.get(file.cacheKey)).toBe(page)
})

test('what a portal sends in its place is not taken', async () => {
  const cache = aCache(null)

  const broken = await repairShell(cache, [file], () => Promise.resolve(new Response('Logg inn')))

  expect(broken).toEqual(['index.html'])
  expect(cache.held.size).toBe(0)
})

test('what is damaged goes, so that the server’s own file is served where there is no room to store it', async () => {
  const cache = {
    ...aCache('half a fi'),
    put: () => Promise.reject(new DOMException('Full', 'QuotaExceededError')),
  }

  const broken = await repairShell(cache, [file], () => Promise.resolve(new Response(page)))

  expect(broken).toEqual(['index.html'])
  expect(cache.held.size).toBe(0)
})

test('what the browser cannot read back is fetched anew', async () => {
  const held: string[] = []
  const cache = {
    ...aCache(null),
    match: () => Promise.reject(new DOMException('Damaged', 'UnknownError')),
    put: async (_: RequestInfo | URL, response: Response) => {
      held.push(await response.text())
    },
  }

  const broken = await repairShell(cache, [file], () => Promise.resolve(new Response(page)))

  expect([broken, held]).toEqual([[], [page]])
})

async function served(
  body: string | null,
  fetch: () => Promise<Response>,
  put = aCache(body).put,
): Promise<string | null> {
  const response = await findWhole({ ...aCache(body), put }, file, fetch)
  return response === null ? null : response.text()
}

test('a file is served as it is stored, or as the server has it, and never damaged', async () => {
  const online = () => Promise.resolve(new Response(page))

  expect(await served(page, offline)).toBe(page)
  expect(await served(page.slice(0, 8), offline)).toBeNull()
  expect(await served(null, online)).toBe(page)
  expect(await served(null, () => Promise.resolve(new Response('Logg inn')))).toBeNull()
  // On a full disk the server's is served as long as there is network.
  expect(await served('', online, () => Promise.reject(new Error('Full')))).toBe(page)
})
