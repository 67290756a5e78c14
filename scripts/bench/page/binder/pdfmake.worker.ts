import pdfMake from 'pdfmake/build/pdfmake.js'
import type { Binder } from '#domain/binder.ts'
import { readFonts } from '#pdf/font.ts'
import type { Printed } from './measure-binder.ts'
import { pdfmakeBinder } from './pdfmake-binder.ts'

addEventListener('message', ({ data }: MessageEvent<Binder>) => {
  const print = async () => {
    // The same cut fonts as ours, so that neither has more letters to carry.
    const { regular, bold } = readFonts()
    pdfMake.addVirtualFileSystem({ 'regular.ttf': regular.base64, 'bold.ttf': bold.base64 })
    pdfMake.addFonts({ NotoSans: { normal: 'regular.ttf', bold: 'bold.ttf' } })
    let pages = 0
    const definition = pdfmakeBinder(data, (count) => {
      pages = count
    })
    const buffer = await pdfMake.createPdf(definition).getBuffer()
    const bytes = new Uint8Array(buffer)
    const printed: Printed = { pages, bytes }
    postMessage(printed, { transfer: [bytes.buffer] })
  }
  void print()
})
