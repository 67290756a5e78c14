import { createRxDatabase } from 'rxdb/plugins/core'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { Patient } from '#domain/patient/patient.ts'
import type { MeasuredStore } from './measured-store.ts'

/** RxDB on its free IndexedDB storage, in the clear and without a validator: with the least to do. */
export async function rxdbStore(name: string): Promise<MeasuredStore> {
  const database = await createRxDatabase({
    name,
    storage: getRxStorageDexie(),
    multiInstance: false,
  })
  const { patients } = await database.addCollections({ patients: { schema } })
  return {
    async writeAll(all: readonly Patient[]) {
      const { error } = await patients.bulkInsert(all.map((patient) => ({ ...patient })))
      if (error.length > 0) throw new Error('RxDB refused a patient.')
    },
    async readAll() {
      const found = await patients.find().exec()
      return found.map((document) => document.toJSON()).length
    },
    async remove() {
      await database.remove()
    },
  }
}

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    ...Object.fromEntries(Object.keys(Patient.shape).map((field) => [field, {}])),
    id: { type: 'string', maxLength: 36 },
  },
} as const
