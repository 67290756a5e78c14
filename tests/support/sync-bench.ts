import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Session } from '#contract/read-session.ts'
import { routes } from '#contract/routes.ts'
import { accepted } from '#domain/base/result.ts'
import { DeviceId } from '#domain/base/ids.ts'
import { type Instant, instantFromMilliseconds } from '#domain/time/instant.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import type { Fetch } from '#sync/http-answer.ts'
import { httpNetwork } from '#sync/http-network.ts'
import { startingPace } from '#sync/pace.ts'
import { type CycleOutcome, syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { enrolPhone, readServerKeys } from './enrol-phone.ts'
import { type OutboxDisk, memoryOutboxStore } from './memory-outbox-store.ts'
import { memoryReplicaStore } from './memory-replica-store.ts'
import { type ReplicaDisk, emptyReplicaDisk } from './replica-disk.ts'
import type { TestCrypto } from './test-crypto.ts'

export type BenchDevice = {
  outbox: OutboxDisk
  replicas: ReplicaDisk
  events: SyncEvent[]
  sync(lock?: 'locked'): Promise<CycleOutcome>
}

/** The way from a device to a server under `inject`; the cookie is the employee's session. */
export function injectFetch(server: FastifyInstance, headers: Record<string, string>): Fetch {
  return async (url, init) => {
    const answer = await server.inject({
      method: 'POST',
      url,
      headers: { ...headers, ...init.headers },
      payload: init.body,
    })
    return {
      status: answer.statusCode,
      headers: { get: (name) => answer.headers[name]?.toString() ?? null },
      text: () => Promise.resolve(answer.body),
    }
  }
}

/** Enrols a device as the signed-in employee and gives it stores in memory. */
export async function enrolledDevice(
  server: FastifyInstance,
  headers: Record<string, string>,
  crypto: TestCrypto,
  clock: { now(): Instant } = { now: () => instantFromMilliseconds(Date.now()) },
): Promise<BenchDevice> {
  const [key, recipientKey] = [await crypto.makeKey(), await crypto.makeKey()]
  const deviceId = DeviceId.parse(randomUUID())
  const session = await server.inject({ url: routes.readSession.path, headers })
  const { employee: owner, municipality } = Session.parse(session.json())
  const employee = owner.id
  const keys = { device: key, author: key, recipient: recipientKey }
  const enrolled = await enrolPhone(server, headers, keys, employee, deviceId, municipality.id)
  const { device, author, recipient } = enrolled
  const line = {
    deviceId,
    key,
    device,
    author: { employeeId: employee, keyId: key.keyId },
    authors: [author],
    rows: [],
    noticesCursor: 0,
    ended: false,
  }
  const outbox: OutboxDisk = { lines: new Map([[deviceId, line]]), current: deviceId }
  const replicas: ReplicaDisk = { ...emptyReplicaDisk(), enrolled: [{ employee, recipient }] }
  const events: SyncEvent[] = []
  const { keySet } = await readServerKeys(server)
  const trust: ServerTrust = {
    find: () => Promise.resolve({ municipality: device.subject.municipality, keySet }),
    adopt: () => Promise.resolve('refused'),
  }
  const tools = { signatures: crypto.check, hasher: crypto.hasher }
  const { keyId } = recipientKey
  const store = memoryReplicaStore(replicas, {
    tools,
    reader: () => ({
      employee,
      keyId,
      municipality: device.subject.municipality,
      deviceId,
      formerDeviceIds: [],
      keySet,
    }),
    newSecret: randomUUID,
  })
  const reader = {
    employee,
    deviceId,
    formerDeviceIds: [],
    recipients: [recipient],
    replicas: store,
  }
  const shared = { ...tools, trust, clock, randomUuid: randomUUID }
  const pace = startingPace()
  return {
    outbox,
    replicas,
    events,
    sync: (lock) =>
      syncCycle({
        ...shared,
        network: httpNetwork({
          ...shared,
          fetch: injectFetch(server, headers),
          timers: { after: () => () => {} },
        }),
        outbox: memoryOutboxStore(outbox, {
          newLine: () => Promise.reject(new Error('No device forks here')),
        }),
        findReader: () => Promise.resolve(accepted(lock === 'locked' ? null : reader)),
        pace,
        report: (event) => events.push(event),
        onClosed: () => Promise.resolve(),
      }),
  }
}
