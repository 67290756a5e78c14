import { accepted } from '#domain/base/result.ts'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import { DeviceId } from '#domain/base/ids.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { type Fetch, httpNetwork } from '#sync/http-network.ts'
import { startingPace } from '#sync/pace.ts'
import { type CycleOutcome, syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { type OutboxDisk, memoryOutboxStore } from './memory-outbox-store.ts'
import { emptyReplicaDisk, memoryReplicaStore } from './memory-replica-store.ts'
import type { TestCrypto } from './test-crypto.ts'

export type BenchDevice = {
  outbox: OutboxDisk
  replicas: ReturnType<typeof emptyReplicaDisk>
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
): Promise<BenchDevice> {
  const key = await crypto.makeKey()
  const deviceId = DeviceId.parse(randomUUID())
  const answer = await server.inject({
    method: 'POST',
    url: '/api/devices',
    headers,
    payload: {
      deviceId,
      label: 'Jobbtelefon Nord 2 – 04',
      devicePublicKey: key.publicKey,
      authorPublicKey: key.publicKey,
    },
  })
  const { device, author } = EnrolDeviceAnswer.parse(answer.json())
  if (author.subject.kind !== 'author') throw new Error('The server vouches for another thing')
  const { employeeId } = author.subject
  const line = {
    deviceId,
    key,
    device,
    author: author.subject,
    authors: [author],
    rows: [],
    noticesCursor: 0,
    ended: false,
  }
  const outbox: OutboxDisk = { lines: new Map([[deviceId, line]]), current: deviceId }
  const replicas = emptyReplicaDisk()
  const events: SyncEvent[] = []
  const store: ReplicaStore = memoryReplicaStore(replicas, { hasher: crypto.hasher })
  const pace = startingPace()
  return {
    outbox,
    replicas,
    events,
    sync: (lock) =>
      syncCycle({
        network: httpNetwork({
          fetch: injectFetch(server, headers),
          timers: { after: () => () => {} },
          randomUuid: randomUUID,
        }),
        outbox: memoryOutboxStore(outbox, {
          newLine: () => Promise.reject(new Error('No device forks here')),
        }),
        findReader: () =>
          Promise.resolve(
            accepted(
              lock === 'locked' ? null : { employee: employeeId, deviceId, replicas: store },
            ),
          ),
        hasher: crypto.hasher,
        clock: { now: () => instantFromMilliseconds(Date.now()) },
        randomUuid: randomUUID,
        pace,
        report: (event) => events.push(event),
      }),
  }
}
