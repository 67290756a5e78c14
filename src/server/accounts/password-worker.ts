import { randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { argon2id, argon2Verify } from 'hash-wasm'
import type { PasswordJob } from './password-hasher.ts'

/** OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 }

parentPort?.on('message', (message: { number: number; job: PasswordJob }) => {
  void answer(message.number, message.job)
})

async function answer(number: number, job: PasswordJob): Promise<void> {
  parentPort?.postMessage({ number, value: await work(job) })
}

async function work(job: PasswordJob): Promise<string | boolean> {
  switch (job.kind) {
    case 'hash':
      return await argon2id({
        ...cost,
        password: job.password.normalize('NFC'),
        salt: randomBytes(16),
        outputType: 'encoded',
      })
    case 'verify':
      return await argon2Verify({ password: job.password.normalize('NFC'), hash: job.encoded })
  }
}
