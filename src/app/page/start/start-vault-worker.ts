import { trustedScriptUrl } from '../services/trusted-types.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import workerUrl from '#app/worker/vault.worker.ts?worker&url'

/** A vault without keys, which answers as soon as it is open. */
export function startVaultWorker(): Worker {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'vault' })
}
