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
    ),
  ]
  const left = server.signOut()
  pass()

  expect(await Promise.all(answers)).toEqual(answers.map(() => refused({ kind: 'unreachable' })))
  expect(await left).toBeUndefined()
  expect(given.map(({ aborted }) => aborted)).toEqual([true, true, true, true])
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
