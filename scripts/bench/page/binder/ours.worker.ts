import type { Binder } from '#domain/binder.ts'
import { binderPdf } from '#pdf/binder-pdf.ts'
import type { Printed } from './measure-binder.ts'

addEventListener('message', ({ data }: MessageEvent<Binder>) => {
  const print = async () => {
    const pdf = await binderPdf(data, { onProgress: () => {}, isCancelled: () => false })
    if (pdf === null) throw new Error('Nobody cancelled it.')
    const printed: Printed = { pages: pdf.pages, bytes: pdf.bytes }
    postMessage(printed, { transfer: [pdf.bytes.buffer] })
  }
  void print()
})
