import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { DeviceId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { startingPace } from '#sync/pace.ts'
import { syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { memoryOutboxStore } from '../support/memory-outbox-store.ts'
import { aMemoryReader, webTools } from '../support/memory-reader.ts'
import { aVouchingServer } from '../support/test-vault.ts'
import { noon } from '../support/a-patient.ts'

const stream = (name: string) => StreamId.parse(`demo/real/${name}`)

test('a stream of a class that this build does not know is not pulled, and counted', async () => {
  const listed = ['nord-1/unlisted', 'nord-1/journal', '*/unlisted', '*/cards', 'nord-1/critical']
  const { pulled, events } = await aCycle(listed.map(stream))

  expect(pulled).toEqual(['nord-1/critical', '*/cards', 'nord-1/journal'].map(stream))
  expect(events).toContainEqual({ kind: 'streamsListed', streams: pulled, unknown: 2 })
})

/** One cycle of a phone whose streams are listed, and do not come. */
async function aCycle(streams: readonly StreamId[]) {
  const reader = await aMemoryReader(await aVouchingServer())
  const pulled: StreamId[] = []
  const events: SyncEvent[] = []
  await syncCycle({
    network: {
      listStreams: () =>
        Promise.resolve(
          accepted({
            streams: streams.map((stream) => ({ stream, holders: [reader.me] })),
            colleagues: [],
            serverTime: noon,
          }),
        ),
      pullStream(message) {
        pulled.push(message.stream)
        return Promise.resolve(refused({ kind: 'tooLarge' }))
      },
      pushEntries: () => Promise.resolve(refused({ kind: 'tooLarge' })),
    },
    outbox: memoryOutboxStore(
      { lines: new Map(), current: DeviceId.parse(randomUUID()) },
      { newLine: () => Promise.reject(new Error('No device forks here')) },
    ),
    findReader: () => Promise.resolve(accepted(reader)),
    trust: reader.trust,
    ...webTools,
    clock: { now: () => noon },
    randomUuid: randomUUID,
    pace: startingPace(),
    onClosed: () => Promise.resolve(),
    report: (event) => events.push(event),
  })
  return { pulled, events }
}
