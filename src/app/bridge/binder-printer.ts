import type { Endpoint } from 'comlink'
import type { ZoneId } from '#domain/base/ids.ts'
import type { BinderContent, BinderCopy, DocumentVersions } from '#domain/binder/binder.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'

/** The facts about a copy that the server numbers and logs before anything is printed. */
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
  /** A list in the binder is missing or damaged. */
  | { kind: 'noLists' }
  /** The server does not vouch for lists in the binder, or they are older than what this phone had. */
  | { kind: 'notVerified'; streams: readonly StreamId[] }
  /** This app can read so little of the lists that their pages would look empty. */
  | { kind: 'olderApp'; documents: number }

/** The printer's interface for the vault's worker, which sends it the contents. */
export interface BinderLayout {
  lay(content: BinderContent, now: Instant): Promise<BinderFacts>
}

/** The printer's interface for the page. It prints one binder, after that is laid out and has a number. */
export interface BinderPrinter {
  /** Receives the contents from the other end of the port. */
  listen(port: Endpoint): void
  /** It cannot be cancelled from here: the page cancels by ending the worker. */
  print(copy: BinderCopy, onProgress: (done: number, total: number) => void): Promise<PrintedPages>
}
