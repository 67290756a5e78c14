import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { floorCost } from '#storage/crypto/key-derivation.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import { type BenchStream, headOf, takeIn } from '../device/bench-stream.ts'
import { benchClock, enrol } from '../device/bench-employee.ts'
import type { MeasuredStore } from './measured-store.ts'

/** The device's own store, in an unlocked vault: everything in it lies sealed. */
export async function ourStore(name: string, sent: BenchStream): Promise<MeasuredStore> {
  const outbox = new OutboxDatabase(`${name}-outbox`)
  const cache = new CacheDatabase(`${name}-cache`)
  const vault = await openVault({
    clock: benchClock,
    newId: () => crypto.randomUUID(),
    databases: { outbox: () => outbox, cache: () => cache },
    // How long a code takes is measured with the unlocking.
    cost: floorCost,
  })
  const head = await headOf(sent, await enrol(vault.access))
  return {
    writeAll: () => takeIn(vault.replicas, sent, head, []),
    async readAll() {
      const reading = await vault.streams.read(sent.stream)
      if (reading.kind !== 'open' || reading.damagedParts > 0) {
        throw new Error('The stream did not open whole.')
      }
      return reading.documents.length
    },
    async remove() {
      await vault.access.lock()
      await outbox.delete()
      await cache.delete()
    },
  }
}
