import { proxy, transfer, wrap } from 'comlink'
import type { Result } from '#domain/base/result.ts'
import type { Instant } from '#domain/time/instant.ts'
import type {
  BinderFacts,
  BinderPrinter,
  LayingRefusal,
  PrintedPages,
} from '#app/bridge/binder-printer.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import workerUrl from '#app/printer/binder.worker.ts?worker&url'
import { trustedScriptUrl } from '../services/trusted-types.ts'

export type PrintOrder = {
  /** Makes the vault's worker send the contents to the port. */
  lay: (printer: MessagePort) => Promise<Result<BinderFacts, LayingRefusal>>
  /** Requests the copy's number from the server, which logs the print-out. */
  reserve: (facts: BinderFacts) => Promise<{ copy: number; printedBy: string; printedAt: Instant }>
  onProgress: (done: number, total: number) => void
  signal: AbortSignal
}

export type PrintOutcome =
  | ({ kind: 'printed'; copy: number; hash: string } & PrintedPages)
  | { kind: 'cancelled' }
  | LayingRefusal

/**
 * Prints a zone's binder in a worker of its own, so that the screen stays free; what is printed
 * never comes to the page. The PDF's code is fetched when this first runs.
 */
export async function printBinder(order: PrintOrder): Promise<PrintOutcome> {
  const { lay, reserve, onProgress, signal } = order
  if (signal.aborted) return { kind: 'cancelled' }
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'binder' })
  const stopped = new Promise<PrintOutcome>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true })
    worker.addEventListener('error', (event) => {
      reject(new Error('The printer’s worker failed.', { cause: event.error }))
    })
  })
  const printer = wrap<BinderPrinter>(worker)
  const work = async (): Promise<PrintOutcome> => {
    const { port1, port2 } = new MessageChannel()
    await printer.listen(transfer(port1, [port1]))
    const laid = await lay(transfer(port2, [port2]))
    if (!laid.ok) return laid.refusal
    const facts = laid.value
    signal.throwIfAborted()
    const reserved = await reserve(facts)
    const copy = { ...reserved, hash: facts.hash, replaces: null }
    const pdf = await printer.print(copy, proxy(onProgress))
    return { kind: 'printed', ...pdf, copy: copy.copy, hash: facts.hash }
  }
  try {
    return await Promise.race([stopped, work()])
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' }
    throw error
  } finally {
    worker.terminate()
  }
}
