import { accepted } from '#domain/base/result.ts'
import { expose } from 'comlink'
import type { EmployeeId } from '#domain/base/ids.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { floorCost } from '#storage/crypto/key-derivation.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import type { Timers } from '#sync/line/timers.ts'
import { httpNetwork } from '#sync/http-network.ts'
import { startingPace } from '#sync/pace.ts'
import { syncCycle } from '#sync/sync-cycle.ts'
import { api } from '#app/online/api.ts'
import { profileOf } from '#app/online/profile-of.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import { benchClock, benchCode } from '../device/bench-employee.ts'
import { timed } from '../rounds.ts'

const randomUuid = () => crypto.randomUUID()

const timers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}

const send = (url: string, init: RequestInit) => fetch(url, init)

/** Enrols with the server of the page, whose signature every answer must carry. */
async function enrolOnline(access: VaultAccess): Promise<void> {
  const online = api({ fetch: send, timers })
  const session = await online.readSession()
  const challenge = await online.startEnrolment()
  if (!session.ok || !challenge.ok) throw new Error('Nobody is signed in.')
  const prepared = await access.prepareEnrolment({
    challenge: challenge.value,
    expectedRoot: challenge.value.keySet.keySet.kid,
    profile: profileOf(session.value),
    code: benchCode,
    label: 'Jobbtelefon Nord 1',
  })
  if (!prepared.ok) throw new Error(`Not enrolled: ${prepared.refusal.kind}`)
  const vouched = await online.enrolDevice(prepared.value)
  if (!vouched.ok) throw new Error(`Not vouched for: ${vouched.refusal.kind}`)
  const completed = await access.completeEnrolment(vouched.value)
  if (!completed.ok) throw new Error(`Not enrolled: ${completed.refusal.kind}`)
}

/** What the next cycle of the same phone goes on with. */
type OpenPhone = {
  /** Milliseconds of one cycle. */
  sync: () => Promise<number>
  /** How many changes of all streams it has. */
  newest: () => Promise<number>
  end: () => Promise<void>
}

let phone: OpenPhone | null = null

const device = {
  /** A phone that has just been enrolled fetches everything. `employee` is whose session the browser carries. */
  async firstSync(
    employee: EmployeeId,
  ): Promise<{ critical: number; all: number; documents: number }> {
    const name = randomUuid()
    const outbox = new OutboxDatabase(`${name}-outbox`)
    const cache = new CacheDatabase(`${name}-cache`)
    const vault = await openVault({
      clock: benchClock,
      newId: randomUuid,
      databases: { outbox: () => outbox, cache: () => cache },
      cost: floorCost,
    })
    await enrolOnline(vault.access)
    const here = await vault.findReaders()
    if (here === null) throw new Error('The phone is not enrolled.')
    const believing = { trust: vault.trust, ...vault.tools }
    let begun = performance.now()
    let critical = Number.NaN
    const cycle = () =>
      syncCycle({
        network: httpNetwork({ fetch: send, timers, randomUuid, ...believing, clock: benchClock }),
        outbox: vault.outbox,
        findReader: () =>
          Promise.resolve(accepted({ employee, ...here, replicas: vault.replicas })),
        ...believing,
        clock: benchClock,
        randomUuid,
        pace: startingPace(),
        onClosed: () => Promise.resolve(),
        report: (event) => {
          const isCritical = event.kind === 'verified' && event.stream.endsWith('/critical')
          if (isCritical) critical = performance.now() - begun
        },
      })
    const opened: OpenPhone = {
      async sync() {
        begun = performance.now()
        const { milliseconds, value } = await timed(cycle)
        if (value.failures.length > 0)
          throw new Error(`Not synced: ${JSON.stringify(value.failures)}`)
        return milliseconds
      },
      async newest() {
        const replicas = await vault.replicas.listReplicas()
        return replicas.reduce((sum, { head }) => sum + head.head.seq, 0)
      },
      async end() {
        await vault.access.lock()
        await outbox.delete()
        await cache.delete()
      },
    }
    phone = opened
    const milliseconds = await opened.sync()
    const replicas = await vault.replicas.listReplicas()
    const documents = replicas.reduce((sum, { head }) => sum + head.head.count, 0)
    return { critical, all: milliseconds, documents }
  },

  /** The same phone fetches what has changed; it is as empty afterwards. */
  async delta(): Promise<number> {
    if (phone === null) throw new Error('Nothing was fetched before.')
    const before = await phone.newest()
    const milliseconds = await phone.sync()
    if ((await phone.newest()) === before) throw new Error('Nothing had changed.')
    await phone.end()
    return milliseconds
  },
}

export type SyncingDevice = typeof device

expose(device)
