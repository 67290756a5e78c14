import { type Remote, proxy, transfer, wrap } from 'comlink'
import type { BinderLayout, BinderPrinter } from '#app/bridge/binder-printer.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import oursUrl from '#app/printer/binder.worker.ts?worker&url'
import type { Binder } from '#domain/binder/binder.ts'
import { startWorker } from '../page-worker.ts'
import { type Extent, inTurns, type Rounds, timed } from '../rounds.ts'
import { benchBinder } from './bench-binder.ts'
// oxlint-disable-next-line import/default -- As above.
import pdfmakeUrl from './pdfmake.worker.ts?worker&url'
import type { PdfmakePrinter } from './pdfmake.worker.ts'

type Printed = { pages: number; bytes: Uint8Array<ArrayBuffer> }

/** Each print has a worker of its own, as a print in the app has; loading its code counts. */
export function measureBinder({ patients, rounds }: Extent): Promise<Record<string, Rounds>> {
  const binder = benchBinder(patients)
  return inTurns(rounds, {
    ours: () => measurePrint(oursUrl, (printer: Remote<BinderPrinter>) => print(printer, binder)),
    pdfmake: () =>
      measurePrint(pdfmakeUrl, (printer: Remote<PdfmakePrinter>) => printer.print(binder)),
  })
}

/** As the app prints, but for the number that the server gives. */
async function print(printer: Remote<BinderPrinter>, { content, copy }: Binder): Promise<Printed> {
  const { port1, port2 } = new MessageChannel()
  await printer.listen(transfer(port1, [port1]))
  const { hash } = await wrap<BinderLayout>(port2).lay(content, copy.printedAt)
  return printer.print(
    { ...copy, hash },
    proxy(() => {}),
  )
}

async function measurePrint<Printer>(
  url: string,
  printOne: (printer: Remote<Printer>) => Promise<Printed>,
): Promise<Record<string, number>> {
  const { milliseconds, value } = await timed(async () => {
    const worker = startWorker(url)
    const printed = await printOne(wrap<Printer>(worker))
    worker.terminate()
    return printed
  })
  if (new TextDecoder().decode(value.bytes.subarray(0, 5)) !== '%PDF-') {
    throw new Error('What was printed is no PDF.')
  }
  return { print: milliseconds, pages: value.pages }
}
