import type { Sealed } from '#storage/crypto/aes.ts'

/** What lies on the floor's phone: sealed chunks, each with the salt of the code that opens it. */
export type FloorRow = { id: number; salt: Uint8Array<ArrayBuffer>; sealed: Sealed }

export function openFloor(): Promise<IDBDatabase> {
  const opening = indexedDB.open('floor', 1)
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('rows', { keyPath: 'id' })
  })
  return resultOf(opening)
}

export function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(new Error('IndexedDB', { cause: request.error })),
    )
  })
}
