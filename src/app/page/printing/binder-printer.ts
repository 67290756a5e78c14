import { transfer } from 'comlink'
import {
  binderHash,
  documentVersions,
  type BinderContent,
  type BinderCopy,
  type DocumentVersions,
} from '#domain/binder/binder.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import { layBinder, printLaidBinder, type BinderPdf, type LaidBinder } from '#pdf/binder-pdf.ts'

/** What the server numbers and logs before anything is printed. */
export type BinderFacts = {
  hash: string
  versions: DocumentVersions
  asOf: Instant
  pages: number
  patients: number
}

const encoder = new TextEncoder()

const webHasher: Hasher = {
  utf8: (text) => encoder.encode(text),
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
}

/** The printer's work in its worker: one binder, laid out first and printed when it has a number. */
export function binderPrinter() {
  let laid: LaidBinder | null = null
  return {
    async lay(content: BinderContent, now: Instant): Promise<BinderFacts> {
      const versions = await documentVersions(content, webHasher)
      const hash = await binderHash(versions, webHasher)
      laid = layBinder(content, { only: null, now })
      const { asOf, pages } = laid
      return { hash, versions, asOf, pages, patients: content.patients.length }
    },

    /** Whoever cancels ends the worker, so nobody is asked here. */
    async print(
      copy: BinderCopy,
      onProgress: (done: number, total: number) => void,
    ): Promise<BinderPdf> {
      if (laid === null) throw new Error('Nothing is laid out.')
      const pdf = await printLaidBinder(laid, copy, { onProgress, isCancelled: () => false })
      if (pdf === null) throw new Error('The print ended without being cancelled.')
      return transfer(pdf, [pdf.bytes.buffer])
    },
  }
}

export type BinderPrinter = ReturnType<typeof binderPrinter>
