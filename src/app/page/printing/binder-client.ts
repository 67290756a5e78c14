import { proxy, wrap } from 'comlink'
import type { BinderContent } from '#domain/binder/binder.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { BinderFacts, BinderPrinter, PrintedPages } from '#app/bridge/binder-printer.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import workerUrl from '#app/printer/binder.worker.ts?worker&url'
import { trustedScriptUrl } from '../services/trusted-types.ts'

export type BinderOrder = {
  content: BinderContent
  now: Instant
  /** Asks the server for the copy's number, which logs the print-out. */
  reserve: (facts: BinderFacts) => Promise<{ copy: number; printedBy: string; printedAt: Instant }>
  onProgress: (done: number, total: number) => void
  signal: AbortSignal
}

export type PrintedBinder = PrintedPages & { copy: number; hash: string }

/**
 * Prints a zone's binder in a worker of its own, so that the screen stays free.
 *
 * Null when `signal` cancelled it. The PDF's code is fetched when this first runs.
 */
export async function printBinder(order: BinderOrder): Promise<PrintedBinder | null> {
  const { content, now, reserve, onProgress, signal } = order
  if (signal.aborted) return null
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'binder' })
  const stopped = new Promise<null>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null), { once: true })
    worker.addEventListener('error', (event) => {
      reject(new Error('The printer’s worker failed.', { cause: event.error }))
    })
  })
  const printer = wrap<BinderPrinter>(worker)
  const work = async (): Promise<PrintedBinder> => {
    const facts = await printer.lay(content, now)
    signal.throwIfAborted()
    const reserved = await reserve(facts)
    const copy = { ...reserved, hash: facts.hash, replaces: null }
    const pdf = await printer.print(copy, proxy(onProgress))
    return { ...pdf, copy: copy.copy, hash: facts.hash }
  }
  try {
    return await Promise.race([stopped, work()])
  } catch (error) {
    if (signal.aborted) return null
    throw error
  } finally {
    worker.terminate()
  }
}
