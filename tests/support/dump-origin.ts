import type { Page } from '@playwright/test'

/**
 * Everything that the open page's origin keeps – IndexedDB, Cache Storage, localStorage and
 * sessionStorage – as one text. Bytes are read as Latin-1, UTF-8 and UTF-16.
 */
export function dumpOrigin(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // All of it runs in the page, so nothing can stand outside this function.
    /* oxlint-disable unicorn/consistent-function-scoping -- as above */
    const texts: string[] = []

    const addBytes = (bytes: Uint8Array) => {
      for (const encoding of ['latin1', 'utf-8', 'utf-16le']) {
        texts.push(new TextDecoder(encoding).decode(bytes))
      }
    }
    const add = (value: unknown): void => {
      if (value instanceof ArrayBuffer) addBytes(new Uint8Array(value))
      else if (ArrayBuffer.isView(value)) {
        addBytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
      } else if (value instanceof CryptoKey) texts.push(`key:${value.type}`)
      else if (value instanceof Map || value instanceof Set) for (const one of value) add(one)
      else if (typeof value === 'object' && value !== null) {
        for (const [key, member] of Object.entries(value)) {
          texts.push(key)
          add(member)
        }
      } else texts.push(String(value))
    }
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('The database does not answer')))
      })

    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      texts.push(name)
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store)
        add(await done(objects.getAllKeys()))
        add(await done(objects.getAll()))
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        texts.push(request.url)
        const response = await cache.match(request)
        if (response !== undefined) addBytes(new Uint8Array(await response.arrayBuffer()))
      }
    }
    for (const storage of [localStorage, sessionStorage]) {
      for (let at = 0; at < storage.length; at++) {
        const key = storage.key(at) ?? ''
        texts.push(key, storage.getItem(key) ?? '')
      }
    }
    return texts.join('\n')
  })
}
