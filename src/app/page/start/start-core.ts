import { type Endpoint, wrap } from 'comlink'
import type { ExposedCore } from '#app/bridge/core.ts'
import type { RunningCore } from '../services/device-handle.ts'
import { startVaultWorker } from './start-vault-worker.ts'

/**
 * Starts cores, the first one in a worker that already runs. Ending a core drops every key and every
 * plaintext that it holds, and what the page keeps for calls that it has not answered.
 */
export function coreStarter(first: Worker): () => RunningCore {
  let started: Worker | null = first
  return () => {
    const worker = started ?? startVaultWorker()
    started = null
    const ended = new AbortController()
    return {
      core: wrap<ExposedCore>(endpointOf(worker, ended.signal)),
      end() {
        // An error as its reason would keep what was on the stack.
        ended.abort('ended')
        worker.terminate()
      },
    }
  }
}

/** The worker may outlive its end as an object of the page; whoever waits for an answer is then no longer known to it. */
function endpointOf(worker: Worker, signal: AbortSignal): Endpoint {
  return {
    postMessage: (message: unknown, transfer?: Transferable[]) =>
      worker.postMessage(message, transfer ?? []),
    addEventListener: (type, listener) => worker.addEventListener(type, listener, { signal }),
    removeEventListener: (type, listener) => worker.removeEventListener(type, listener),
  }
}
