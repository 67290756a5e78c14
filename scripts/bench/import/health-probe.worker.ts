import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'

const betweenMilliseconds = 5
/** The first requests of a thread load the code that sends them. */
const warmUps = 20

/** Asks a server how it is, again and again, and answers how long each answer took. */
async function probe(url: string): Promise<number[]> {
  const run = { isOver: false }
  parentPort?.once('message', () => {
    run.isOver = true
  })
  const latencies: number[] = []
  for (let asked = 0; !run.isOver; asked++) {
    if (asked === warmUps) parentPort?.postMessage('ready')
    const before = performance.now()
    const answer = await fetch(`${url}/healthz`)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`The server answered ${answer.status} to /healthz.`)
    if (asked >= warmUps) latencies.push(performance.now() - before)
    await wait(betweenMilliseconds)
  }
  return latencies
}

const { url } = z.object({ url: z.string() }).parse(workerData)
parentPort?.postMessage(await probe(url))
