import type { Binder } from '#domain/binder.ts'
import { type Extent, inTurns, type Rounds, timed } from '../rounds.ts'
import { benchBinder } from './bench-binder.ts'

export type Printed = { pages: number; bytes: Uint8Array<ArrayBuffer> }

/** Each print has a worker of its own, as a print in the app has; loading its code counts. */
export function measureBinder({ patients, rounds }: Extent): Promise<Record<string, Rounds>> {
  const binder = benchBinder(patients)
  return inTurns(rounds, {
    ours: () =>
      print(
        binder,
        () => new Worker(new URL('./ours.worker.ts', import.meta.url), { type: 'module' }),
      ),
    pdfmake: () =>
      print(
        binder,
        () => new Worker(new URL('./pdfmake.worker.ts', import.meta.url), { type: 'module' }),
      ),
  })
}

async function print(binder: Binder, startWorker: () => Worker): Promise<Record<string, number>> {
  const { milliseconds, value } = await timed(async () => {
    const worker = startWorker()
    const printed = await new Promise<Printed>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Printed>) => resolve(data))
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.postMessage(binder)
    })
    worker.terminate()
    return printed
  })
  if (new TextDecoder().decode(value.bytes.subarray(0, 5)) !== '%PDF-') {
    throw new Error('What was printed is no PDF.')
  }
  return { print: milliseconds, pages: value.pages }
}
