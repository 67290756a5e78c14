import { expose, proxy } from 'comlink'
import { deviceQueries } from '#app/device/device-queries.ts'
import { deviceReader } from '#app/device/device-reader.ts'
import { bytesFromCode, standardCost } from '#storage/vault/key-derivation.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import { type BenchStream, takeIn } from './bench-stream.ts'
import { benchClock, benchCode } from './bench-employee.ts'

const opening = openVault({ clock: benchClock, newId: () => crypto.randomUUID() })

/** What the app holds in its worker: vault, opened lists and search. */
const device = {
  async open() {
    const vault = await opening
    const { prepareEnrolment, completeEnrolment, unlock, drafts, entries } = vault
    return proxy({
      prepareEnrolment,
      completeEnrolment,
      unlock,
      saveDraft: drafts.save,
      addEntry: entries.add,
      queries: proxy(deviceQueries(deviceReader(vault), benchClock)),
      takeIn: (sent: BenchStream) => takeIn(vault.replicas, sent),
    })
  },
  /** What unlocking cannot do without: the code made into a key. */
  async deriveKey(): Promise<void> {
    const salt = crypto.getRandomValues(new Uint8Array(16))
    await bytesFromCode(benchCode, { algorithm: 'argon2id', ...standardCost, salt })
  },
}

export type BenchDevice = typeof device

expose(device)
