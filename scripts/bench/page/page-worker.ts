import { trustedScriptUrl } from '#app/page/services/trusted-types.ts'

/** A worker that cannot even start fails the benchmark, instead of letting it wait for ever. */
export function startWorker(url: string): Worker {
  const worker = new Worker(trustedScriptUrl(url), { type: 'module' })
  worker.addEventListener('error', ({ message }) => {
    reportError(new Error(`The worker ${url} failed: ${message}`))
  })
  return worker
}
