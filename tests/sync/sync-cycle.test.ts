import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DeviceId } from '#domain/base/ids.ts'
import { refused } from '#domain/base/result.ts'
import { startingPace } from '#sync/pace.ts'
import { syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { memoryOutboxStore } from '../support/memory-outbox-store.ts'
import { webTools } from '../support/memory-reader.ts'
import { noon } from '../support/a-patient.ts'

test('a cycle in which nobody says who is signed in has failed, so that the next comes after the back-off', async () => {
  const events: SyncEvent[] = []

  const outcome = await syncCycle({
    network: {
      listStreams: () => Promise.resolve(refused({ kind: 'tooLarge' })),
      pullStream: () => Promise.resolve(refused({ kind: 'tooLarge' })),
      pushEntries: () => Promise.resolve(refused({ kind: 'tooLarge' })),
    },
    outbox: memoryOutboxStore(
      { lines: new Map(), current: DeviceId.parse(randomUUID()) },
      { newLine: () => Promise.reject(new Error('No device forks here')) },
    ),
    findReader: () => Promise.resolve(refused({ kind: 'unreachable' })),
    trust: { find: () => Promise.resolve(null), adopt: () => Promise.resolve('refused') },
    ...webTools,
    clock: { now: () => noon },
    randomUuid: randomUUID,
    pace: startingPace(),
    report: (event) => events.push(event),
    onClosed: () => Promise.resolve(),
  })

  expect(outcome.failures).toEqual([{ kind: 'unreachable' }])
  expect(events).toContainEqual({ kind: 'failed', failure: { kind: 'unreachable' } })
})
