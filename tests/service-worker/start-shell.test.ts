import { expect, test } from 'vitest'
import { isNeededToStart, startShell } from '#service-worker/start-shell.ts'

const app = (version: string) => new Response(`<div id="root"></div>${version}`)
const offline = () => Promise.reject(new TypeError('Failed to fetch'))
const onlineAgain = () => Promise.resolve(app('fetched'))
const lackingPage = () => Promise.resolve(['index.html'])
const answering = (answer: () => Response) => () => Promise.resolve(answer())

function aStart(changed: Partial<Parameters<typeof startShell>[0]> = {}) {
  return {
    repair: () => Promise.resolve([]),
    findPage: () => Promise.resolve(app('stored')),
    fetchPage: offline,
    rescue: () => Promise.resolve(new Response('rescue')),
    ...changed,
  }
}

async function shown(changed: Parameters<typeof aStart>[0], maxMilliseconds?: number) {
  const page = await startShell(aStart(changed), maxMilliseconds)
  return (await page.text()).replace('<div id="root"></div>', '')
}

test('a whole shell starts from what is stored, and asks no network', async () => {
  expect(await shown({ fetchPage: onlineAgain })).toBe('stored')
})

test.each([
  ['a file is missing', { repair: () => Promise.resolve(['assets/first.js']) }],
  ['the page itself is missing', { findPage: () => Promise.resolve(undefined) }],
  ['the cache does not open', { repair: () => Promise.reject(new Error('No cache')) }],
])(
  'when %s the server’s page is shown, and without network the rescue page',
  async (_, changed) => {
    expect(await shown({ ...changed, fetchPage: onlineAgain })).toBe('fetched')
    expect(await shown(changed)).toBe('rescue')
  },
)

test.each([
  ['a portal’s page', () => new Response('Logg inn')],
  ['a failing server’s page', () => new Response('<div id="root">', { status: 502 })],
])('%s is not taken for the app', async (_, answer) => {
  expect(await shown({ repair: lackingPage, fetchPage: answering(answer) })).toBe('rescue')
})

/** As fetch on a line that is silent. */
async function untilAborted(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted()
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Aborted')))
  })
}

test('a network that says nothing is not waited for without end', async () => {
  const repair = (signal: AbortSignal) => untilAborted(signal).catch(() => ['index.html'])

  expect(await shown({ repair, fetchPage: untilAborted }, 20)).toBe('rescue')
})

test('letters, icons and the printer are no reason not to start', () => {
  const urls = [
    'index.html',
    'assets/first-B2.js',
    'assets/style-C3.css',
    'assets/inter-D4.woff2',
    'assets/binder.worker-E5.js',
    'icons/beredt.svg',
    'manifest.webmanifest',
  ]

  expect(urls.filter(isNeededToStart)).toEqual([
    'index.html',
    'assets/first-B2.js',
    'assets/style-C3.css',
  ])
})
