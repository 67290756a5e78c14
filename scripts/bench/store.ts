import { type Benchmark, measurementOf } from './benchmark.ts'
import { measureInPage } from './browser-page.ts'

const peers = 'RxDB on its Dexie storage and IndexedDB alone, both in the clear'

/** What it costs that nothing lies readable: peers keep the same patients unencrypted. */
export const store: Benchmark = {
  name: 'store',
  about: 'write and read all patients, encrypted; beside RxDB and raw IndexedDB',
  patients: 10_000,
  async measure(extent) {
    const { writeAll = {}, readAll = {} } = await measureInPage('store', extent)
    const quickerThan = ['rxdb']
    return [
      measurementOf(
        'store-write-all',
        `${extent.patients} patients staged, verified, sealed in chunks and shown; ${peers}`,
        writeAll,
        { quickerThan, atMost: { peer: 'floor:indexeddb', times: 0.7 } },
      ),
      measurementOf(
        'store-read-all',
        `${extent.patients} patients opened from their chunks; ${peers}`,
        readAll,
        { quickerThan },
      ),
    ]
  },
}
