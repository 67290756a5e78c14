import { proxy } from 'comlink'
import { aesOpen, aesSeal, importAesKey, type Sealed } from '#storage/crypto/aes.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'

/** As many chunks of the same lengths as lie in the cache, sealed under one key, in memory. */
export async function chunkFloor() {
  const database = new CacheDatabase()
  const rows = await database.chunks.toArray()
  database.close()
  const key = await importAesKey(crypto.getRandomValues(new Uint8Array(32)))
  const tag = 16
  const chunks: Sealed[] = []
  for (const { sealed } of rows) {
    chunks.push(await aesSeal(key, jsonOf(sealed.ct.length - tag), ''))
  }
  return proxy({
    /** Hashes each, opens it, and reads its JSON. */
    async open(): Promise<number> {
      const read = await Promise.all(
        chunks.map(async (sealed) => {
          const [, plain] = await Promise.all([
            crypto.subtle.digest('SHA-256', sealed.ct),
            aesOpen(key, sealed, ''),
          ])
          if (plain === null) throw new Error('A chunk did not open.')
          const documents: unknown = JSON.parse(new TextDecoder().decode(plain))
          return Array.isArray(documents) ? documents.length : 0
        }),
      )
      return read.length
    },
  })
}

/** A list of patients' texts, about as long. */
function jsonOf(length: number): Uint8Array<ArrayBuffer> {
  const one = { family: 'Solbakken', given: 'Aud', street: 'Furuveien 12', needs: ['respirator'] }
  const many = Array.from({ length: Math.max(0, Math.floor(length / 80)) }, () => one)
  return new TextEncoder().encode(JSON.stringify(many))
}
