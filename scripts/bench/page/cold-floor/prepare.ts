import { aesSealJson, importAesKey } from '#storage/crypto/aes.ts'
import { bytesFromCode, standardCost } from '#storage/crypto/key-derivation.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import { bucketsFor, spread } from '#storage/replica/chunks.ts'
import { patientStream } from '../device/bench-stream.ts'
import { manyPatients } from '../people.ts'
import { type FloorRow, openFloor } from './floor-store.ts'

type Prepared = { code: string; patients: number; files: readonly string[] }

declare global {
  /** Called from outside the browser: keeps the floor's files, and seals the same patients in the same chunks. */
  var prepareFloor: (prepared: Prepared) => Promise<void>
}

globalThis.prepareFloor = async ({ code, patients, files }) => {
  await (await caches.open('floor')).addAll(files)
  await navigator.serviceWorker.register('/sw.js')
  await navigator.serviceWorker.ready
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const bytes = await bytesFromCode(code, { algorithm: 'argon2id', ...standardCost, salt })
  const key = await importAesKey(bytes)
  const { documents } = await patientStream(manyPatients(patients))
  const byBucket = await spread(documents, { buckets: bucketsFor(patients) }, await wasmHasher())
  const rows: FloorRow[] = []
  for (const [id, bucket] of byBucket) {
    rows.push({ id, salt, sealed: await aesSealJson(key, bucket.documents, String(id)) })
  }
  const writing = (await openFloor()).transaction('rows', 'readwrite', { durability: 'strict' })
  for (const row of rows) writing.objectStore('rows').put(row)
  await new Promise((resolve, reject) => {
    writing.addEventListener('complete', resolve)
    writing.addEventListener('abort', () =>
      reject(new Error('IndexedDB', { cause: writing.error })),
    )
  })
}
