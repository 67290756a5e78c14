import { wrap } from 'comlink'
import type { ExposedCore } from '#app/bridge/core.ts'
import type { RunningCore } from '../services/device-handle.ts'
import { startVaultWorker } from './start-vault-worker.ts'

/**
 * Starts cores, the first one in a worker that already runs. Ending a core drops every key and every
 * plaintext that it holds.
 */
export function coreStarter(first: Worker): () => RunningCore {
  let started: Worker | null = first
  return () => {
    const worker = started ?? startVaultWorker()
    started = null
    return { core: wrap<ExposedCore>(worker), end: () => worker.terminate() }
  }
}
