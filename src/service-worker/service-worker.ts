import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { doAllTabsRun } from './running-tabs.ts'
import { deleteUnusedShells, shellCacheName, storeShell } from './shell-cache.ts'
import { repairShell } from './shell-proof.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

const entries: PrecacheEntry[] = self.__WB_MANIFEST
const cacheName = shellCacheName(entries)
const shell = new PrecacheController({ cacheName })
shell.addToCacheList(entries)

// A new version waits until the page requests it, so that no employee loses the screen she works in.
self.addEventListener('install', (event) => {
  event.waitUntil(storeShell(navigator.locks, () => shell.install(event)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([shell.activate(event), self.clients.claim()]))
})

self.addEventListener('message', (event) => {
  const { type } = event.data
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (type === 'BOOTED') event.waitUntil(deleteUnused())
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

async function prove(ports: readonly MessagePort[]): Promise<void> {
  const files = entries.map(({ url, integrity }) => ({
    url,
    integrity,
    cacheKey: shell.getCacheKeyForURL(url) ?? url,
  }))
  const broken = await repairShell(await caches.open(cacheName), files, (...args) => fetch(...args))
  for (const port of ports) port.postMessage(broken.length === 0 ? 'whole' : 'broken')
}

// Always cache first: a slow network must never delay the first screen.
registerRoute(
  new NavigationRoute(shell.createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(?:api\/|healthz$|metrics$|version\.json$)/],
  }),
)
registerRoute(new PrecacheRoute(shell))

// A tab that still runs the previous version loads its lazy parts from that version's cache.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
)
