import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

/** A thread that only counts, and tells which share of that time it had a processor. */
const spin = `
  const { parentPort } = require('node:worker_threads')
  const before = process.threadCpuUsage()
  const begun = performance.now()
  while (performance.now() < begun + 200);
  const { user, system } = process.threadCpuUsage(before)
  parentPort.postMessage((user + system) / 1000 / (performance.now() - begun))
`

/** The share of all processors that a benchmark gets when it asks for all of them: 1 on a quiet machine. */
export async function quietShare(): Promise<number> {
  const shares = await Promise.all(Array.from({ length: availableParallelism() }, shareOfOne))
  return Math.min(1, shares.reduce((sum, share) => sum + share, 0) / shares.length)
}

function shareOfOne(): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(spin, { eval: true })
    worker.once('message', (share: unknown) => resolve(z.number().parse(share)))
    worker.once('error', reject)
  })
}
