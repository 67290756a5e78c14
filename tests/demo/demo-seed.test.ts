import { expect, test } from 'vitest'
import { StoredPatient } from '#domain/documents/aged-documents.ts'
import { streamIdOf } from '#domain/streams/stream.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { demoMunicipality } from '#content/demo-municipality.ts'
import { demoSeed } from '#demo/demo-seed.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import { writeAllStreams } from '#server/streams/write-all-streams.ts'
import { noon } from '../support/a-patient.ts'
import { memorySyncDatabase } from '../support/memory-sync-database.ts'
import { nodeHasher } from '../support/node-hasher.ts'

function writeDemo(streams: StreamStore): Promise<number> {
  return writeAllStreams(streams, demoSeed.streamsAt(noon, 'real'), {
    hasher: nodeHasher,
    now: noon,
  })
}

test('the demo lies in the streams of its zones, and writing it again changes nothing', async () => {
  const database = memorySyncDatabase()

  const first = await database.transaction(({ streams }) => writeDemo(streams))
  const second = await database.transaction(({ streams }) => writeDemo(streams))

  expect(first).toBeGreaterThan(800)
  expect(second).toBe(0)
})

test('every zone that has accounts has its patients, and the time of their list', async () => {
  const database = memorySyncDatabase()
  await database.transaction(({ streams }) => writeDemo(streams))

  const counts = await Promise.all(
    demoSeed.zones.map(({ id }) =>
      database.transaction(async ({ streams }) => {
        const head = await streams.findHead(critical(id))
        return head?.count
      }),
    ),
  )

  expect(counts).toEqual(demoSeed.zones.map(() => 67 + 1))
})

test('what lies in a stream is a patient of the zone', async () => {
  const database = memorySyncDatabase()
  await database.transaction(({ streams }) => writeDemo(streams))

  const [document] = await database.transaction(({ streams }) =>
    streams.listDocuments(critical(ZoneId.parse('nord-2')), {
      after: 0,
      limit: 1,
      tombstones: 'without',
    }),
  )

  expect(document?.schema).toBe('patient@1')
  expect(StoredPatient.parse(document?.body).zone).toBe('nord-2')
})

function critical(zone: ZoneId) {
  return streamIdOf({
    kind: 'zone',
    municipality: demoMunicipality,
    world: 'real',
    zone,
    class: 'critical',
  })
}
