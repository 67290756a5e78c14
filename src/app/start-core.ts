import { wrap } from 'comlink'
import type { DeviceCore } from './device/device-core.ts'
import type { RunningCore } from './device/device-session.ts'
import { trustedScriptUrl } from './trusted-types.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import workerUrl from './vault.worker.ts?worker&url'

/** Starts a vault's worker. Ending it drops every key and every plaintext that it holds. */
export function startCore(): RunningCore {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'vault' })
  return { core: wrap<DeviceCore>(worker), end: () => worker.terminate() }
}
