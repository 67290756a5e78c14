import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Refused } from '../refused.ts'

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

const WorkerAnswer = z.object({ number: z.int(), value: z.union([z.string(), z.boolean()]) })

/** The hash of 32 random bytes that were thrown away. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$GePOg5YEMAIODeMywVEdLQ$dOkS4U7HxD5VoDcmiWpLV8pf+B3MysKEn/nEfMLDGzg'

/** Each takes about 0.1 s, so the last in a full queue waits about 6 s. */
const longestQueue = 64

export function openPasswordHasher(): PasswordHasher {
  const worker = new Worker(new URL('./password-worker.ts', import.meta.url))
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >()
  let number = 0
  worker.unref()
  worker.on('message', (message: unknown) => {
    const answer = WorkerAnswer.parse(message)
    waiting.get(answer.number)?.resolve(answer.value)
    waiting.delete(answer.number)
  })
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })

  function ask(job: PasswordJob): Promise<unknown> {
    if (waiting.size >= longestQueue) throw new Refused('busy', { retryAfterSeconds: 5 })
    number += 1
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject })
      worker.postMessage({ number, job })
    })
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
      await worker.terminate()
    },
  }
}
