import type { Endpoint } from 'comlink'
import type { ZoneId } from '#domain/base/ids.ts'
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

export type BinderOrder = { zone: { id: ZoneId; name: string }; municipality: string; now: Instant }

/** Why a binder is not laid out. */
export type LayingRefusal =
  /** A list of it is missing or damaged. */
  | { kind: 'noLists' }
  /** This app can read so little of the lists that their pages would say that nobody is on them. */
  | { kind: 'olderApp'; documents: number }

/** The end of the printer that takes the contents: the vault's worker holds the other. */
export interface BinderLayout {
  lay(content: BinderContent, now: Instant): Promise<BinderFacts>
}

/** The end of the printer that the page holds: one binder, printed when it is laid out and has a number. */
export interface BinderPrinter {
  /** Takes the contents from whoever holds the other end of the port. */
  listen(port: Endpoint): void
  /** Whoever cancels ends the worker, so nobody is asked here. */
  print(copy: BinderCopy, onProgress: (done: number, total: number) => void): Promise<PrintedPages>
}
