import type { Patient } from '#domain/patient/patient.ts'
import type { MeasuredStore } from './measured-store.ts'

/** IndexedDB as the browser has it, one row a patient, in the clear: nothing is quicker row by row. */
export async function rawStore(name: string): Promise<MeasuredStore> {
  const database = await openRows(name)
  return {
    async writeAll(all: readonly Patient[]) {
      const transaction = database.transaction('rows', 'readwrite')
      const rows = transaction.objectStore('rows')
      for (const patient of all) rows.put(patient)
      await ended(transaction)
    },
    async readAll() {
      const rows = await answered(database.transaction('rows').objectStore('rows').getAll())
      return rows.length
    },
    async remove() {
      database.close()
      await answered(indexedDB.deleteDatabase(name))
    },
  }
}

export function openRows(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore('rows', { keyPath: 'id' }),
  )
  return answered(opening)
}

export function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(new Error('IndexedDB refused.', { cause: request.error })),
    )
  })
}

export function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () =>
      reject(new Error('IndexedDB refused.', { cause: transaction.error })),
    )
  })
}
