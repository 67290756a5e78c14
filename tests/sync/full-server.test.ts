import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { startingPace } from '#sync/pace.ts'
import { syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import type { NetworkFailure } from '#sync/sync-network.ts'
import { noon } from '../support/a-patient.ts'
import { memoryOutboxStore } from '../support/memory-outbox-store.ts'
import { aMemoryReader, webTools } from '../support/memory-reader.ts'
import { pushingPhones } from '../support/pushing-phone.ts'
import { fakeCrypto } from '../support/test-crypto.ts'
import { aVouchingServer } from '../support/test-vault.ts'

const municipality = MunicipalityId.parse('demo')
const journal = StreamId.parse('demo/real/nord-1/journal')
const coming = [{ zone: ZoneId.parse('nord-1'), notes: 4 }]

/** One cycle of a phone with an entry that waits, whose push fails so. */
async function aCycle(failure: NetworkFailure) {
  const reader = await aMemoryReader(await aVouchingServer())
  const { newPhone, writeOne } = pushingPhones(fakeCrypto())
  const disk = await newPhone(municipality)
  await writeOne(disk, municipality)
  const outbox = memoryOutboxStore(disk, {
    newLine: () => Promise.reject(new Error('No device forks here')),
  })
  const events: SyncEvent[] = []
  const pulled: StreamId[] = []
  const outcome = await syncCycle({
    network: {
      listStreams: () =>
        Promise.resolve(
          accepted({
            streams: [{ stream: journal, holders: [reader.me] }],
            colleagues: [],
            serverTime: noon,
            coming,
          }),
        ),
      pullStream({ stream }) {
        pulled.push(stream)
        return Promise.resolve(refused({ kind: 'tooLarge' }))
      },
      pushEntries: () => Promise.resolve(refused(failure)),
    },
    outbox,
    findReader: () => Promise.resolve(accepted(reader)),
    trust: reader.trust,
    ...webTools,
    clock: { now: () => noon },
    randomUuid: randomUUID,
    pace: startingPace(),
    onClosed: () => Promise.resolve(),
    report: (event) => events.push(event),
  })
  return { outcome, events, pulled, waiting: (await outbox.countByState()).sealed }
}

test('where the server takes in nothing, the entry stays and what others wrote is fetched', async () => {
  const full = { kind: 'busy', retryAfterSeconds: 60, cannotStore: 'diskFull' } as const

  const { outcome, events, pulled, waiting } = await aCycle(full)

  expect(outcome.failures[0]).toEqual(full)
  expect([waiting, pulled]).toEqual([1, [journal]])
  expect(events).toContainEqual({ kind: 'notesComing', at: noon, zones: coming })
})

test('a server that is only busy is left alone', async () => {
  const { pulled, waiting } = await aCycle({ kind: 'busy', retryAfterSeconds: 60 })

  expect([waiting, pulled]).toEqual([1, []])
})
