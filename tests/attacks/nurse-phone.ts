import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { StreamId } from '#domain/streams/stream.ts'

export const NursePhone = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  stream: StreamId,
})
export type NursePhone = z.infer<typeof NursePhone>

const Pulled = z.object({ status: z.int(), milliseconds: z.number() })
export type Pulled = z.infer<typeof Pulled>

/** The first requests of a thread load the code that sends them. */
const warmUps = 5
const pulls = 40

/** A nurse's phone in a thread of its own: what the attacker's own thread does must not keep its answers waiting. */
export async function openNursePhone(phone: NursePhone) {
  const worker = new Worker(new URL('nurse-phone.worker.ts', import.meta.url), {
    workerData: phone,
  })
  async function pull(times: number): Promise<Pulled[]> {
    const heard = once(worker, 'message')
    worker.postMessage(times)
    const [pulled]: unknown[] = await heard
    return z.array(Pulled).parse(pulled)
  }
  await pull(warmUps)
  return {
    /** How many pulls were refused, and how long all but the slowest twentieth took at most. */
    async pullAll(): Promise<{ refused: number; p95: number }> {
      const pulled = await pull(pulls)
      const sorted = pulled.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
      return {
        refused: pulled.filter(({ status }) => status !== 200).length,
        p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
      }
    },
    close: () => worker.terminate(),
  }
}
