import type { Page } from '@playwright/test'

export type StorageFaults = {
  fill(): Promise<unknown>
  empty(): Promise<unknown>
  clearAll(): Promise<unknown>
}

/** Takes room from the browser's storage and gives it back, and deletes what a site has stored, as users and browsers do. */
export async function storageFaults(page: Page, url: string): Promise<StorageFaults> {
  const { origin } = new URL(url)
  const devtools = await page.context().newCDPSession(page)
  return {
    fill: () => devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 }),
    empty: () => devtools.send('Storage.overrideQuotaForOrigin', { origin }),
    clearAll: () => devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }),
  }
}

/** The name of the error that a write meets now, in a database of its own; null when it is stored. */
export function errorOfWrite(page: Page): Promise<string | null> {
  return page.evaluate(
    () =>
      new Promise<string | null>((resolve) => {
        const opening = indexedDB.open('trial-of-room')
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('rows', { autoIncrement: true })
        })
        opening.addEventListener('error', () => resolve(opening.error?.name ?? ''))
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('rows', 'readwrite')
          writing.objectStore('rows').add(crypto.getRandomValues(new Uint8Array(1024)))
          writing.addEventListener('complete', () => resolve(null))
          writing.addEventListener('abort', () => resolve(writing.error?.name ?? ''))
        })
      }),
  )
}

/** Deletes one database under the running app. */
export function dropDatabase(page: Page, name: string): Promise<void> {
  return page.evaluate(
    (dropped) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(dropped)
        deleting.addEventListener('success', () => resolve())
        deleting.addEventListener('error', () => reject(new Error(`${dropped} is still there.`)))
      }),
    name,
  )
}

/** How many rows a store of the app has; null when it has no such database. */
export function countRows(page: Page, database: string, store: string): Promise<number | null> {
  return page.evaluate(
    async ([name, rows]) => {
      // To open one that is not there would make it.
      const known = await indexedDB.databases()
      if (known.every((one) => one.name !== name)) return null
      return new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error(`${name} does not open.`)))
        opening.addEventListener('success', () => {
          const { result } = opening
          // While the app makes it anew it has no stores yet.
          const isThere = result.objectStoreNames.contains(rows)
          const counting = isThere ? result.transaction(rows).objectStore(rows).count() : null
          result.close()
          if (counting === null) resolve(0)
          counting?.addEventListener('error', () => reject(new Error(`${rows} is not counted.`)))
          counting?.addEventListener('success', () => resolve(counting.result))
        })
      })
    },
    [database, store] as const,
  )
}
