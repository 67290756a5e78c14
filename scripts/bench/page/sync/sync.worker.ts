import { accepted } from '#domain/base/result.ts'
import { expose } from 'comlink'
import type { EmployeeId } from '#domain/base/ids.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { floorCost } from '#storage/crypto/key-derivation.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import type { Timers } from '#sync/line/timers.ts'
import { httpNetwork } from '#sync/http-network.ts'
import { startingPace } from '#sync/pace.ts'
import { syncCycle } from '#sync/sync-cycle.ts'
import { benchClock, enrol } from '../device/bench-employee.ts'
import { timed } from '../rounds.ts'

const randomUuid = () => crypto.randomUUID()

const timers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}

const device = {
  /**
   * A phone that has just been enrolled fetches everything; it is as empty afterwards. `employee` is
   * whose session the browser carries.
   */
  async firstSync(
    employee: EmployeeId,
  ): Promise<{ critical: number; all: number; documents: number }> {
    const name = randomUuid()
    const outbox = new OutboxDatabase(`${name}-outbox`)
    const cache = new CacheDatabase(`${name}-cache`)
    const vault = await openVault({
      clock: benchClock,
      newId: randomUuid,
      databases: { outbox: () => outbox, cache: () => cache },
      cost: floorCost,
    })
    await enrol(vault.access)
    const { device } = await vault.access.status()
    if (device === null) throw new Error('The phone is not enrolled.')
    const { deviceId } = device
    const hasher = await wasmHasher()
    const begun = performance.now()
    let critical = Number.NaN
    const { milliseconds, value } = await timed(() =>
      syncCycle({
        network: httpNetwork({ fetch: (url, init) => fetch(url, init), timers, randomUuid }),
        outbox: vault.outbox,
        findReader: () =>
          Promise.resolve(accepted({ employee, deviceId, replicas: vault.replicas })),
        hasher,
        clock: benchClock,
        randomUuid,
        pace: startingPace(),
        report: (event) => {
          const isCritical = event.kind === 'verified' && event.stream.endsWith('/critical')
          if (isCritical) critical = performance.now() - begun
        },
      }),
    )
    if (value.failures.length > 0) throw new Error(`Not synced: ${JSON.stringify(value.failures)}`)
    const replicas = await vault.replicas.listReplicas()
    await vault.access.lock()
    await outbox.delete()
    await cache.delete()
    const documents = replicas.reduce((sum, { count }) => sum + count, 0)
    return { critical, all: milliseconds, documents }
  },
}

export type SyncingDevice = typeof device

expose(device)
