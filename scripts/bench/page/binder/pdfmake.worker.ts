import { expose, transfer } from 'comlink'
import pdfMake from 'pdfmake/build/pdfmake.js'
import type { Binder } from '#domain/binder/binder.ts'
import { readFonts } from '#pdf/font.ts'
import { pdfmakeBinder } from './pdfmake-binder.ts'

const printer = {
  async print(binder: Binder): Promise<{ pages: number; bytes: Uint8Array<ArrayBuffer> }> {
    // The same cut fonts as ours, so that neither has more letters to carry.
    const { regular, bold } = readFonts()
    pdfMake.addVirtualFileSystem({ 'regular.ttf': regular.base64, 'bold.ttf': bold.base64 })
    pdfMake.addFonts({ NotoSans: { normal: 'regular.ttf', bold: 'bold.ttf' } })
    let pages = 0
    const definition = pdfmakeBinder(binder, (count) => {
      pages = count
    })
    const bytes = new Uint8Array(await pdfMake.createPdf(definition).getBuffer())
    return transfer({ pages, bytes }, [bytes.buffer])
  },
}

export type PdfmakePrinter = typeof printer

expose(printer)
