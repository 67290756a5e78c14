import { expose, proxy } from 'comlink'
import { knownAmendments } from '#app/worker/amendments/known-amendments.ts'
import { incidentCore } from '#app/worker/incident/incident-core.ts'
import { deviceQueries } from '#app/worker/device-queries.ts'
import { deviceLists } from '#app/worker/lists/device-lists.ts'
import type { StreamSource } from '#app/worker/lists/parsed-stream.ts'
import { bytesFromCode, standardCost } from '#storage/crypto/key-derivation.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { chunkFloor } from './chunk-floor.ts'
import { type BenchStream, takeIn } from './bench-stream.ts'
import { benchClock, benchCode } from './bench-employee.ts'

const unopened = { isOpenedUnverified: () => Promise.resolve(false) }
const opening = openVault({ clock: benchClock, newId: () => crypto.randomUUID() })

/** What the app holds in its worker: vault, opened lists and search. */
const device = {
  async open(build = 'this one') {
    const vault = await opening
    const lists = deviceLists(vault, { ...unopened, build, world: 'real', onSound: () => {} })
    const { access, drafts, entries } = vault
    const amendments = knownAmendments({ vault, lists, clock: benchClock })
    const { facts, incidents } = incidentCore({
      vault,
      lists,
      readAway: amendments.readAway,
      clock: benchClock,
      world: 'real',
      randomUuid: () => crypto.randomUUID(),
      onWritten: () => {},
      silentMinutes: () => 0,
    })
    return proxy({
      ...access,
      prefetch: vault.streams.prefetch,
      saveDraft: drafts.save,
      addEntry: entries.add,
      queries: proxy(deviceQueries(lists, benchClock, amendments)),
      facts: proxy(facts),
      incidents: proxy(incidents),
      async takeIn(sent: BenchStream, head: SignedHead) {
        await takeIn(vault.replicas, sent, head, [])
        // As the screens do when it has come.
        const marked: Promise<void>[] = []
        const onSound: StreamSource['onSound'] = (of, by) =>
          marked.push(vault.streams.markSound(of, by))
        await deviceLists(vault, { ...unopened, build, world: 'real', onSound }).listPatients(null)
        await Promise.all(marked)
      },
    })
  },
  /** What unlocking cannot do without: the code made into a key. */
  async deriveKey(): Promise<void> {
    const salt = crypto.getRandomValues(new Uint8Array(16))
    await bytesFromCode(benchCode, { algorithm: 'argon2id', ...standardCost, salt })
  },
  /** What unlocking cannot do without either: the same chunks opened and hashed, under a key that is at hand. */
  chunks: () => chunkFloor(),
}

export type BenchDevice = typeof device
export type OpenedDevice = Awaited<ReturnType<BenchDevice['open']>>

expose(device)
