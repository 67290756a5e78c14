import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { nonceHeader, protocolVersion, syncContentType } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import { NursePhone, type Pulled } from './nurse-phone.ts'

const { url, headers, stream } = NursePhone.parse(workerData)
const betweenMilliseconds = 50

function pull(): Promise<Pulled> {
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

async function pullTimes(times: number): Promise<void> {
  const pulled: Pulled[] = []
  for (let n = 0; n < times; n += 1) {
    pulled.push(await pull())
    await setTimeout(betweenMilliseconds)
  }
  parentPort?.postMessage(pulled)
}

// It is told how often, and pulls twenty times a second at most. A fault ends the thread, and whoever waits for it hears of it.
parentPort?.on('message', (times: number) => void pullTimes(times))
