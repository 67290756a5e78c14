import { expect, test } from 'vitest'
import { api } from '#app/online/api.ts'
import { SectionId } from '#domain/base/ids.ts'
import { refused } from '#domain/base/result.ts'

test('a line that went silent counts as unreachable, whatever the request', async () => {
  const given: AbortSignal[] = []
  const { server, pass } = aSilentServer(given)

  const answers = [
    server.readSession(),
    server.signIn({ username: 'kari', password: 'riktig' }),
    server.previewImport(
      { section: SectionId.parse('nord'), fileName: 'uke 48.csv' },
      new Blob(['fil']),
      { signal: new AbortController().signal, onProgress: () => {} },
    ),
  ]
  const left = server.signOut()
  pass()

  expect(await Promise.all(answers)).toEqual(answers.map(() => refused({ kind: 'unreachable' })))
  expect(await left).toBeUndefined()
  expect(given.map(({ aborted }) => aborted)).toEqual([true, true, true, true])
})

const progress = (done: number) => ({ kind: 'progress', step: 'reading', done, of: 2 })
const refusedFile = { kind: 'refused', refusal: { kind: 'emptyFile' } }

test.each([
  ['an answer in lines, cut anywhere', [progress(0), progress(1), refusedFile], 7, [0, 1]],
  ['an answer in one piece, of an older server', [refusedFile], 1_000, []],
])('%s is its last line, and progress is told on the way', async (...each) => {
  const [, lines, piece, told] = each
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const bytes = new TextEncoder().encode(text)
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (let at = 0; at < bytes.length; at += piece) stream.enqueue(bytes.slice(at, at + piece))
      stream.close()
    },
  })
  const seen: number[] = []
  const server = api({
    fetch: () => Promise.resolve(new Response(body)),
    timers: { after: () => () => {} },
  })

  const answer = await server.previewImport(
    { section: SectionId.parse('nord'), fileName: 'uke48.csv' },
    new Blob(['fil']),
    { signal: new AbortController().signal, onProgress: ({ done }) => seen.push(done) },
  )

  expect(answer).toEqual({ ok: true, value: refusedFile })
  expect(seen).toEqual(told)
})

/** Takes every request and answers none. */
function aSilentServer(given: AbortSignal[]) {
  const due: (() => void)[] = []
  const server = api({
    fetch(_url, { signal }) {
      if (signal) given.push(signal)
      return new Promise(() => {})
    },
    timers: {
      after(_milliseconds, work) {
        due.push(work)
        return () => {}
      },
    },
  })
  return {
    server,
    pass(): void {
      for (const work of due) work()
    },
  }
}
