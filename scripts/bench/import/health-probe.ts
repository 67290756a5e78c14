import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

export type Latencies = { count: number; median: number; p99: number; max: number }

/** How long a server took to answer `/healthz` meanwhile, asked from a thread of its own. */
export async function probeWhile<Value>(
  url: string,
  work: () => Promise<Value>,
): Promise<{ value: Value; health: Latencies }> {
  const worker = new Worker(new URL('health-probe.worker.ts', import.meta.url), {
    workerData: { url },
  })
  try {
    await once(worker, 'message')
    const value = await work()
    const answered = once(worker, 'message')
    worker.postMessage('over')
    const [latencies] = z.tuple([z.array(z.number())]).parse(await answered)
    return { value, health: latenciesOf(latencies) }
  } finally {
    await worker.terminate()
  }
}

function latenciesOf(all: readonly number[]): Latencies {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { count: sorted.length, median: at(0.5), p99: at(0.99), max: at(1) }
}
