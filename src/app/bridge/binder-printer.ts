import type { BinderContent, BinderCopy, DocumentVersions } from '#domain/binder/binder.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What the server numbers and logs before anything is printed. */
export type BinderFacts = {
  hash: string
  versions: DocumentVersions
  asOf: Instant
  pages: number
  patients: number
}

export type PrintedPages = { bytes: Uint8Array<ArrayBuffer>; pages: number }

/** The printer's work in its worker: one binder, laid out first and printed when it has a number. */
export interface BinderPrinter {
  lay(content: BinderContent, now: Instant): Promise<BinderFacts>
  /** Whoever cancels ends the worker, so nobody is asked here. */
  print(copy: BinderCopy, onProgress: (done: number, total: number) => void): Promise<PrintedPages>
}
