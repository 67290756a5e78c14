import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fastify } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { Refused } from '#server/base/refused.ts'
import { registerErrorHandler } from '#server/http/error-handler.ts'
import { answerInLines } from '#server/http/line-answers.ts'
import { ImportCancelled, type ImportTask } from '#server/import/task/import-task.ts'

type Work = (task: ImportTask) => Promise<object>

const progress = { step: 'reading', done: 1, of: 2 } as const
const server = fastify({ forceCloseConnections: true })
const current: { work: Work } = { work: () => Promise.resolve({}) }
registerErrorHandler(server)
server.post('/lines', (request, reply) => answerInLines({ request, reply }, current.work))
const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/lines`
afterAll(() => server.close())

async function linesOf(work: Work): Promise<unknown[]> {
  current.work = work
  const answer = await fetch(url, { method: 'POST' })
  const text = await answer.text()
  return text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

/** Work that fails after it has been told of. */
function failing(error: Error): Work {
  return async ({ report }) => {
    report(progress)
    await wait(10)
    throw error
  }
}

test('progress comes first, and the answer last', async () => {
  const lines = await linesOf(async ({ report }) => {
    report(progress)
    await wait(10)
    return { kind: 'done' }
  })

  expect(lines).toEqual([{ kind: 'progress', ...progress }, { kind: 'done' }])
})

test('a refusal after the first line is the last one, and quotes no fault', async () => {
  const refused = await linesOf(failing(new Refused('busy')))
  const faulted = await linesOf(failing(new Error('select secret from patient')))

  expect(refused.at(-1)).toMatchObject({ kind: 'busy' })
  expect(faulted.at(-1)).toMatchObject({ kind: 'fault' })
  expect(JSON.stringify(faulted)).not.toContain('secret')
})

test('the work is ended when its sender goes away, and the server goes on', async () => {
  const abort = new AbortController()
  const ended = new Promise<string>((resolve) => {
    current.work = async ({ report, signal }) => {
      report(progress)
      await once(signal, 'abort')
      resolve('ended')
      throw new ImportCancelled()
    }
  })
  const answer = await fetch(url, { method: 'POST', signal: abort.signal })
  await answer.body?.getReader().read()

  abort.abort()

  expect(await ended).toBe('ended')
  expect(await linesOf(() => Promise.resolve({ kind: 'next' }))).toEqual([{ kind: 'next' }])
})
