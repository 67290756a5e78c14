import { answered, ended, openRows } from './raw-store.ts'

/** One row after the other in IndexedDB, each on the disk before the next: the least a save can cost. */
export async function strictRows(name: string): Promise<{
  put(row: { id: string }): Promise<void>
  remove(): Promise<void>
}> {
  const database = await openRows(name)
  return {
    async put(row) {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(row)
      await ended(transaction)
    },
    async remove() {
      database.close()
      await answered(indexedDB.deleteDatabase(name))
    },
  }
}
