import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { nonceHeader, protocolVersion, syncContentType } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import { StreamId } from '#domain/streams/stream.ts'
import type { Outcome, Parts } from './attack.ts'

const Started = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  stream: StreamId,
})
const Told = z.object({ rss: z.number(), passwordsAtOnce: z.number() })

const quietMilliseconds = 50
const mostMegabytes = 200
const mostPasswords = 4

export type CrowdedServer = Awaited<ReturnType<typeof startCrowdedServer>>

/** A server in a process of its own, which an attacker crowds while a nurse's phone pulls. */
export async function startCrowdedServer(databaseUrl: string, parts: Parts) {
  const child = fork(join(import.meta.dirname, 'town-process.ts'), [databaseUrl, parts])
  const [told]: unknown[] = await once(child, 'message')
  const { url, headers, stream } = Started.parse(told)

  function pull(): Promise<{ status: number; milliseconds: number }> {
    const started = performance.now()
    const part = { kind: 'buckets', layout: null }
    const asked = { session: randomUUID(), stream, highest: null, part, limit: 100 }
    return new Promise((resolve, reject) => {
      const sent = request(
        `${url}${routes.pullStream.path}`,
        {
          method: 'POST',
          agent: false,
          headers: { ...headers, 'content-type': syncContentType, [nonceHeader]: randomUUID() },
        },
        (answer) => {
          answer.resume().once('end', () => {
            const milliseconds = performance.now() - started
            resolve({ status: answer.statusCode ?? 0, milliseconds })
          })
        },
      )
      sent.once('error', reject)
      sent.end(JSON.stringify({ protocol: protocolVersion, ...asked }))
    })
  }

  /** Pulls forty times, twenty a second at most. */
  async function pullAll() {
    const answers: { status: number; milliseconds: number }[] = []
    for (let n = 0; n < 40; n += 1) {
      answers.push(await pull())
      await setTimeout(50)
    }
    const sorted = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
    return {
      refused: answers.filter(({ status }) => status !== 200).length,
      p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    }
  }

  async function ask(): Promise<{ megabytes: number; passwordsAtOnce: number }> {
    child.send('ask')
    const [answer]: unknown[] = await once(child, 'message')
    const { rss, passwordsAtOnce } = Told.parse(answer)
    return { megabytes: Math.round(rss / 1024 / 1024), passwordsAtOnce }
  }

  return {
    url,
    headers,
    /** What the nurse's phone meets while `crowd` goes on, beside what it met before. */
    async crowdedBy(crowd: (over: AbortSignal) => Promise<void>): Promise<Outcome> {
      const quiet = await pullAll()
      const before = await ask()
      const over = new AbortController()
      const crowding = crowd(over.signal)
      // The attacker is there first.
      await setTimeout(1_000)
      const crowded = await pullAll()
      const after = await ask()
      over.abort()
      await crowding
      // On a machine that does other things besides, only the places and the memory tell.
      const isQuick = crowded.p95 < 500 || quiet.p95 > quietMilliseconds
      const isFlat = after.megabytes - before.megabytes < mostMegabytes
      return {
        refused:
          crowded.refused === 0 && isQuick && isFlat && after.passwordsAtOnce <= mostPasswords,
        note:
          `${crowded.refused} of 40 pulls were refused, p95 ${crowded.p95} ms (before ${quiet.p95} ms), ` +
          `memory ${after.megabytes} MB (before ${before.megabytes} MB), at most ${after.passwordsAtOnce} ` +
          'passwords were looked at together.',
      }
    },
    async stop(): Promise<void> {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
