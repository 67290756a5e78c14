import { wrap } from 'comlink'
import { expect, test } from 'vitest'
import { accepted } from '#domain/base/result.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import type { BinderLayout } from '#app/bridge/binder-printer.ts'
import { printBinder } from '#app/page/printing/binder-client.ts'
import { aLargeBinderContent } from '../../../support/a-binder.ts'
import { noon } from '../../../support/a-patient.ts'

const layAt = (content: BinderContent) => async (port: MessagePort) =>
  accepted(await wrap<BinderLayout>(port).lay(content, noon))
const reserved = { copy: 14, printedBy: 'Anne Dahl', printedAt: noon }

test('a binder is printed in a worker, with its number asked for first and progress to the end', async () => {
  const seen: [done: number, total: number][] = []
  const asked: { pages: number; patients: number; versions: number }[] = []

  const printed = await printBinder({
    lay: layAt(aLargeBinderContent(40)),
    reserve: ({ pages, patients, versions }) => {
      asked.push({ pages, patients, versions: Object.keys(versions).length })
      return Promise.resolve(reserved)
    },
    onProgress: (done, total) => seen.push([done, total]),
    signal: new AbortController().signal,
  })

  if (printed.kind !== 'printed') throw new Error(printed.kind)
  expect(asked).toEqual([{ pages: printed.pages, patients: 40, versions: 84 }])
  expect(new TextDecoder().decode(printed.bytes.slice(0, 5))).toBe('%PDF-')
  expect(printed.copy).toBe(14)
  expect(seen.at(-1)).toEqual([printed.pages, printed.pages])
})

test('a cancelled print answers at once and gives nothing', async () => {
  const abort = new AbortController()

  const printed = await printBinder({
    lay: layAt(aLargeBinderContent(300)),
    reserve: () => Promise.resolve(reserved),
    onProgress: () => abort.abort(),
    signal: abort.signal,
  })

  expect(printed).toEqual({ kind: 'cancelled' })
})

test('a refused number is the caller’s answer, and nothing is printed', async () => {
  const print = printBinder({
    lay: layAt(aLargeBinderContent(1)),
    reserve: () => Promise.reject(new Error('no network')),
    onProgress: () => {},
    signal: new AbortController().signal,
  })

  await expect(print).rejects.toThrow('no network')
})
