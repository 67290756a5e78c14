import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { Outcome, Parts } from './attack.ts'
import { judgeSpeed } from './judge-speed.ts'
import { NursePhone, openNursePhone } from './nurse-phone.ts'

const Told = z.object({ rss: z.number(), passwordsAtOnce: z.number() })

const mostMegabytes = 200
const mostPasswords = 4
const attempts = 3
/** For a server to end what it has begun. */
const calmMilliseconds = 1_000

export type CrowdedServer = Awaited<ReturnType<typeof startCrowdedServer>>

type Pulls = { refused: number; p95: number }
type Held = { megabytes: number; passwordsAtOnce: number }
type Met = { before: Pulls & Held; crowded: Pulls & Held; after: Pulls }

/** Null where only the speed was wrong, on a machine that is slow by itself. */
export function outcomeOf({ before, crowded, after }: Met): Outcome {
  const speed = judgeSpeed({ quiet: [before.p95, after.p95], crowded: crowded.p95 })
  const isFlat = crowded.megabytes - before.megabytes < mostMegabytes
  const holds = crowded.refused === 0 && isFlat && crowded.passwordsAtOnce <= mostPasswords
  return {
    refused: holds && speed === 'unknown' ? null : holds && speed === 'kept',
    note:
      `${crowded.refused} of 40 pulls were refused, p95 ${crowded.p95} ms ` +
      `(before ${before.p95} ms, after ${after.p95} ms), ` +
      `memory ${crowded.megabytes} MB (before ${before.megabytes} MB), ` +
      `at most ${crowded.passwordsAtOnce} passwords were looked at together.`,
  }
}

/** A server in a process of its own, which an attacker crowds while a nurse's phone pulls. */
export async function startCrowdedServer(databaseUrl: string, parts: Parts) {
  const child = fork(join(import.meta.dirname, 'town-process.ts'), [databaseUrl, parts])
  const gone = once(child, 'exit')
  const started = await Promise.race([once(child, 'message'), gone.then(() => null)])
  if (started === null) throw new Error('The server to be attacked did not start.')
  const nurse = NursePhone.parse(started[0])
  const { url, headers } = nurse
  const phone = await openNursePhone(nurse)

  async function ask(): Promise<Held> {
    child.send('ask')
    const [answer]: unknown[] = await once(child, 'message')
    const { rss, passwordsAtOnce } = Told.parse(answer)
    return { megabytes: Math.round(rss / 1024 / 1024), passwordsAtOnce }
  }

  async function meet(crowd: (over: AbortSignal) => Promise<void>): Promise<Met> {
    const quiet = await phone.pullAll()
    const before = await ask()
    const over = new AbortController()
    const crowding = crowd(over.signal)
    // The attacker is there first.
    await setTimeout(1_000)
    const crowded = await phone.pullAll()
    const after = await ask()
    over.abort()
    await crowding
    await setTimeout(calmMilliseconds)
    return {
      before: { ...before, ...quiet },
      crowded: { ...after, ...crowded },
      after: await phone.pullAll(),
    }
  }

  return {
    url,
    /** By which the municipality is known: an attacker asks for the one whom he attacks. */
    host: headers['host'] ?? '',
    /** What the nurse's phone meets while `crowd` goes on, beside what it meets before and after; again where the machine is too busy. */
    async crowdedBy(crowd: (over: AbortSignal) => Promise<void>): Promise<Outcome> {
      for (let attempt = 1; ; attempt += 1) {
        const outcome = outcomeOf(await meet(crowd))
        if (outcome.refused !== null || attempt === attempts) return outcome
      }
    },
    async stop(): Promise<void> {
      await phone.close()
      child.disconnect()
      await gone
    },
  }
}
