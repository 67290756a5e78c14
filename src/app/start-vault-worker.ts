import { trustedScriptUrl } from './trusted-types.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import workerUrl from './vault.worker.ts?worker&url'

/** A vault without keys, which answers as soon as it is open. */
export function startVaultWorker(): Worker {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'vault' })
}
