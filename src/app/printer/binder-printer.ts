import { expose, transfer } from 'comlink'
import type { BinderLayout, BinderPrinter } from '#app/bridge/binder-printer.ts'
import { binderHash, documentVersions } from '#domain/binder/binder.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { layBinder, printLaidOutBinder, type LaidOutBinder } from '#pdf/binder-pdf.ts'

const encoder = new TextEncoder()

const webHasher: Hasher = {
  utf8: (text) => encoder.encode(text),
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
}

/** Lays out one binder in the printer's worker, and prints it when it has a number. */
export function binderPrinter(): BinderPrinter {
  let laid: LaidOutBinder | null = null
  const layout: BinderLayout = {
    async lay(content, now) {
      const versions = await documentVersions(content, webHasher)
      const hash = await binderHash(versions, webHasher)
      laid = layBinder(content, { only: null, now })
      const { asOf, pages } = laid
      return { hash, versions, asOf, pages, patients: content.patients.length }
    },
  }
  return {
    listen(port) {
      expose(layout, port)
    },

    async print(copy, onProgress) {
      if (laid === null) throw new Error('Nothing is laid out.')
      const pdf = await printLaidOutBinder(laid, copy, { onProgress, isCancelled: () => false })
      if (pdf === null) throw new Error('The print ended without being cancelled.')
      return transfer(pdf, [pdf.bytes.buffer])
    },
  }
}
