import { PrecacheController, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { doAllTabsRun } from './running-tabs.ts'
import { deleteUnusedShells, shellCacheName, storeShell } from './shell-cache.ts'
import { outboxFile, readOutbox } from './outbox-file.ts'
import { outboxFilePath, rescuePage } from './rescue-page.ts'
import { findWhole, repairShell, type ShellFile } from './shell-proof.ts'
import { isNeededToStart, maxRepairMilliseconds, startShell } from './start-shell.ts'
import { startingTabs } from './starting-tabs.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

const entries: PrecacheEntry[] = self.__WB_MANIFEST
const cacheName = shellCacheName(entries)
const shell = new PrecacheController({ cacheName })
shell.addToCacheList(entries)

const files: readonly ShellFile[] = entries.map(({ url, integrity }) => ({
  url,
  integrity,
  cacheKey: shell.getCacheKeyForURL(url) ?? url,
}))
const filesToStart = files.filter(({ url }) => isNeededToStart(url))
const starting = startingTabs()

// A new version waits until the page requests it, so that no employee loses the screen she works in.
self.addEventListener('install', (event) => {
  event.waitUntil(storeShell(navigator.locks, () => shell.install(event)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([shell.activate(event), self.clients.claim()]))
})

self.addEventListener('message', (event) => {
  const { type } = event.data
  if (type === 'BOOTED' && event.source instanceof Client) starting.end(event.source.id)
  if (type === 'BROKEN' && event.source instanceof Client) {
    event.waitUntil(startAgain(event.source.id))
  }
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (type === 'BOOTED') event.waitUntil(deleteUnused().then(() => repair(files)))
  if (type === 'PROVE') event.waitUntil(prove(event.ports))
})

const maxTabMilliseconds = 5_000

function isOwn(script: string): boolean {
  return shell.getCacheKeyForURL(script) !== undefined
}

function deleteUnused(): Promise<void> {
  return deleteUnusedShells(
    {
      caches,
      locks: navigator.locks,
      hasSuccessor,
      doAllTabsRun: async () => {
        const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
        return doAllTabsRun(tabs, isOwn, maxTabMilliseconds)
      },
    },
    cacheName,
  )
}

/** Whether another version is being installed, is waiting, or has replaced this one. */
function hasSuccessor(): boolean {
  const { installing, waiting } = self.registration
  // Not every browser has `serviceWorker` in a worker.
  const isReplaced = 'serviceWorker' in self && self.serviceWorker.state === 'redundant'
  return installing !== null || waiting !== null || isReplaced
}

async function repair(of: readonly ShellFile[], signal?: AbortSignal): Promise<string[]> {
  const more = signal === undefined ? {} : { signal }
  return repairShell(await caches.open(cacheName), of, (url, init) =>
    fetch(url, { ...init, ...more }),
  )
}

async function prove(ports: readonly MessagePort[]): Promise<void> {
  const broken = await repair(files)
  for (const port of ports) port.postMessage(broken.length === 0 ? 'whole' : 'broken')
}

async function rescue(tryAgainAt: string): Promise<Response> {
  // A version that waits is whole. When this one cannot start, nobody works in it.
  self.registration.waiting?.postMessage({ type: 'SKIP_WAITING' })
  return rescuePage(await readOutbox(indexedDB), { tryAgainAt })
}

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === outboxFilePath,
  async () => {
    const reading = await readOutbox(indexedDB)
    return reading.kind === 'read'
      ? outboxFile(reading.outbox, new Date().toISOString())
      : rescuePage(reading, { tryAgainAt: '/' })
  },
)

function fileAt(url: string): ShellFile | undefined {
  const key = shell.getCacheKeyForURL(url)
  return files.find(({ cacheKey }) => cacheKey === key)
}

async function find(file: ShellFile, signal: AbortSignal): Promise<Response | null> {
  return findWhole(await caches.open(cacheName), file, (url, init) =>
    fetch(url, { ...init, signal }),
  )
}

async function findPage(signal: AbortSignal): Promise<Response | null> {
  const page = fileAt('/index.html')
  return page === undefined ? null : find(page, signal).catch(() => null)
}

/** Starts a tab again that cannot start as it began to: this time all is proved before it gets its page. */
async function startAgain(tab: string): Promise<void> {
  if (!starting.fail(tab)) return
  const client = await self.clients.get(tab)
  if (client instanceof WindowClient) await client.navigate(client.url)
}

// Always cache first: a slow network must never delay the first screen.
registerRoute(
  new NavigationRoute(
    async ({ url, event }) => {
      const isProved = starting.takeFailure()
      const page = isProved ? null : await findPage(AbortSignal.abort())
      if (page !== null) {
        if (event instanceof FetchEvent) starting.begin(event.resultingClientId)
        return page
      }
      return startShell({
        repair: (signal) => repair(filesToStart, signal),
        findPage: () => shell.matchPrecache('/index.html'),
        fetchPage: (signal) =>
          fetch('/index.html', { cache: 'no-store', redirect: 'error', signal }),
        rescue: () => rescue(url.pathname + url.search),
      })
    },
    { denylist: [/^\/(?:api\/|healthz$|metrics$|version\.json$)/] },
  ),
)

// Each file is compared as it is served: all of them before the first would keep the keypad waiting.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && fileAt(url.href) !== undefined,
  async ({ url, event }) => {
    const file = fileAt(url.href)
    const whole =
      file === undefined ? null : await find(file, AbortSignal.timeout(maxRepairMilliseconds))
    if (whole !== null) return whole
    if (event instanceof FetchEvent && file !== undefined && isNeededToStart(file.url)) {
      event.waitUntil(startAgain(event.clientId))
    }
    return Response.error()
  },
)

// A tab that still runs the previous version loads its lazy parts from that version's cache.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
)
