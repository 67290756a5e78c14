import { wrap } from 'comlink'
import { Session } from '#contract/read-session.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { startWorker } from '../page-worker.ts'
import { type Extent, inTurns, type Rounds, timed } from '../rounds.ts'
import { benchPassword, benchUsername, sameBytesPath } from './first-sync-account.ts'
import type { SyncingDevice } from './sync.worker.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import syncUrl from './sync.worker.ts?worker&url'
import { routes } from '#contract/routes.ts'

declare global {
  /** Has the server's documents changed, from outside the browser. */
  var beredtChange: () => Promise<void>
}

/** Over real HTTP, from the server that serves this page. */
export async function measureFirstSync({
  patients,
  rounds,
}: Extent): Promise<Record<string, Rounds>> {
  const employee = await signIn()
  return inTurns(rounds, {
    ours: async () => {
      const worker = startWorker(syncUrl)
      const device = wrap<SyncingDevice>(worker)
      const { critical, all, documents } = await device.firstSync(employee)
      if (documents < patients * 2) throw new Error(`Only ${documents} documents were received.`)
      await globalThis.beredtChange()
      const delta = await device.delta()
      worker.terminate()
      return { critical, all, delta }
    },
    'floor:static-page': async () => {
      const { milliseconds } = await timed(async () => {
        const answer = await fetch(sameBytesPath, { cache: 'no-store' })
        if (!answer.ok) throw new Error(`The page answered ${answer.status}.`)
        await answer.text()
      })
      return { all: milliseconds }
    },
  })
}

async function signIn(): Promise<EmployeeId> {
  const answer = await fetch(routes.signIn.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: benchUsername, password: benchPassword }),
  })
  if (!answer.ok) throw new Error(`Not signed in: ${answer.status} ${await answer.text()}`)
  return Session.parse(await answer.json()).employee.id
}
