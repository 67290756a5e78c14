import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Refused } from '../base/refused.ts'

/** Makes and compares password hashes, one at a time and off the main thread. */
export type PasswordHasher = {
  hash(password: string): Promise<string>
  /** `encoded` null takes as long as a wrong password does: nobody learns which usernames exist. */
  matches(password: string, encoded: string | null): Promise<boolean>
  close(): Promise<void>
}

export type PasswordJob =
  | { kind: 'hash'; password: string }
  | { kind: 'verify'; password: string; encoded: string }

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

const WorkerAnswer = z.object({ number: z.int(), value: z.union([z.string(), z.boolean()]) })

/** The hash of 32 random bytes that were thrown away. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$GePOg5YEMAIODeMywVEdLQ$dOkS4U7HxD5VoDcmiWpLV8pf+B3MysKEn/nEfMLDGzg'

/** Each takes about 0.1 s, so the last in a full queue waits about 6 s. */
const longestQueue = 64

export function openPasswordHasher(): PasswordHasher {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let number = 0

  /** One that fails ends, and takes its jobs along; the next job gets a new one. */
  function startWorker(): Worker {
    const started = new Worker(new URL('./password-worker.ts', import.meta.url))
    started.unref()
    started.on('message', (message: unknown) => {
      const answer = WorkerAnswer.parse(message)
      waiting.get(answer.number)?.resolve(answer.value)
      waiting.delete(answer.number)
    })
    started.on('error', (error) => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
    return started
  }

  async function ask(job: PasswordJob): Promise<unknown> {
    if (waiting.size >= longestQueue) throw new Refused('busy', { retryAfterSeconds: 5 })
    const asked = (number += 1)
    const answer = new Promise((resolve, reject) => waiting.set(asked, { resolve, reject }))
    worker ??= startWorker()
    worker.postMessage({ number: asked, job })
    return await answer
  }

  return {
    async hash(password) {
      return z.string().parse(await ask({ kind: 'hash', password }))
    },
    async matches(password, encoded) {
      const same = await ask({ kind: 'verify', password, encoded: encoded ?? nobodysHash })
      return z.boolean().parse(same) && encoded !== null
    },
    async close() {
      await worker?.terminate()
    },
  }
}
