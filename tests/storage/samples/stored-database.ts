import { z } from 'zod'

/** A whole IndexedDB database as JSON, with the browser's own values marked. */
export const StoredDatabase = z.object({
  /** As IndexedDB counts: ten times Dexie's. */
  version: z.number(),
  stores: z.array(
    z.object({
      name: z.string(),
      keyPath: z.union([z.string(), z.array(z.string())]),
      indexes: z.array(
        z.object({
          name: z.string(),
          keyPath: z.union([z.string(), z.array(z.string())]),
          unique: z.boolean(),
        }),
      ),
      rows: z.array(z.unknown()),
    }),
  ),
})
export type StoredDatabase = z.infer<typeof StoredDatabase>

const StoredBytes = z.strictObject({ $bytes: z.string() })
const StoredKey = z.strictObject({
  $key: z.object({
    jwk: z.record(z.string(), z.unknown()),
    name: z.enum(['ECDSA', 'HMAC', 'AES-GCM']),
    usages: z.array(z.enum(['sign', 'verify', 'encrypt', 'decrypt'])),
  }),
})

const importAlgorithms = {
  ECDSA: { name: 'ECDSA', namedCurve: 'P-256' },
  HMAC: { name: 'HMAC', hash: 'SHA-256' },
  'AES-GCM': { name: 'AES-GCM' },
} as const

/** JSON to what lay in the database: bytes again, and keys that cannot be read out. */
export async function fromStored(value: unknown): Promise<unknown> {
  const bytes = StoredBytes.safeParse(value)
  if (bytes.success) return new Uint8Array(Buffer.from(bytes.data.$bytes, 'base64'))
  const key = StoredKey.safeParse(value)
  if (key.success) {
    const { jwk, name, usages } = key.data.$key
    return crypto.subtle.importKey('jwk', jwk, importAlgorithms[name], false, usages)
  }
  if (Array.isArray(value)) return Promise.all(value.map(fromStored))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(async ([name, member]) => {
    const entry: [string, unknown] = [name, await fromStored(member)]
    return entry
  })
  return Object.fromEntries(await Promise.all(members))
}

export async function toStored(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (value instanceof CryptoKey) {
    const jwk = await crypto.subtle.exportKey('jwk', value)
    const { kty, k, crv, x, y, d } = jwk
    const { name } = value.algorithm
    return { $key: { jwk: { kty, k, crv, x, y, d }, name, usages: value.usages } }
  }
  if (Array.isArray(value)) return Promise.all(value.map(toStored))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(async ([name, member]) => {
    const entry: [string, unknown] = [name, await toStored(member)]
    return entry
  })
  return Object.fromEntries(await Promise.all(members))
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('No answer')))
  })
}

/** Makes the database as an earlier version of the app left it. */
export async function restoreDatabase(
  factory: IDBFactory,
  name: string,
  stored: StoredDatabase,
): Promise<void> {
  const rows = new Map<string, unknown[]>()
  for (const store of stored.stores) {
    rows.set(store.name, await Promise.all(store.rows.map(fromStored)))
  }
  const opening = factory.open(name, stored.version)
  opening.addEventListener('upgradeneeded', () => {
    for (const { name: storeName, keyPath, indexes } of stored.stores) {
      const store = opening.result.createObjectStore(storeName, { keyPath })
      for (const index of indexes) {
        store.createIndex(index.name, index.keyPath, { unique: index.unique })
      }
      for (const row of rows.get(storeName) ?? []) store.put(row)
    }
  })
  const database = await answer(opening)
  database.close()
}

/** Reads a database whose keys were made to be read out. */
export async function storeDatabase(factory: IDBFactory, name: string): Promise<StoredDatabase> {
  const database = await answer(factory.open(name))
  const stores: StoredDatabase['stores'] = []
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName)
    const rows = await answer(store.getAll())
    const { keyPath, indexNames } = store
    stores.push({
      name: storeName,
      keyPath: keyPath ?? '',
      indexes: Array.from(indexNames, (indexName) => {
        const index = database.transaction(storeName).objectStore(storeName).index(indexName)
        return { name: indexName, keyPath: index.keyPath, unique: index.unique }
      }),
      rows: await Promise.all(rows.map(toStored)),
    })
  }
  const { version } = database
  database.close()
  return { version, stores }
}
