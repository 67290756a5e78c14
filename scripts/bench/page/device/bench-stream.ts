import { canonicalJson } from '#domain/base/canonical-json.ts'
import { DeviceId, EntryId, IncidentId } from '#domain/base/ids.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { hashText } from '#domain/base/hasher.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { rootOf } from '#domain/streams/stream-root.ts'
import { emptyCheckpoint, type StreamDocument } from '#domain/streams/stream-document.ts'
import { type StreamId, streamOf as placeOf } from '#domain/streams/stream.ts'
import { type SignedHead, checkpointOf } from '#domain/trust/stream-head.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { bucketsFor, spread } from '#storage/replica/chunks.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import type { VouchingServer } from '../../../../tests/support/vouching-server.ts'
import { benchServices, benchZone } from '../people.ts'
import { benchClock, benchMunicipality, benchProfile } from './bench-employee.ts'
import { leavesOf } from '../../../../tests/support/leaves-of.ts'

export type BenchStream = { stream: StreamId; documents: StreamDocument[] }

/** As many as a pull brings at once. */
const documentsPerAnswer = 500
const chain16 = '0123456789abcdef'

/** The patients' stream as the server would send it. */
export function patientStream(patients: readonly Patient[]): Promise<BenchStream> {
  const place = { municipality: benchMunicipality, world: 'real', zone: benchZone } as const
  return streamOf(
    zoneStreamOf('patient', place),
    patients.map((body) => documentOf('patient', body)),
  )
}

/** That somebody spoke with each of the patients, in an incident whose start has not come. */
export function peopleStream(patients: readonly Patient[]): Promise<BenchStream> {
  const place = { municipality: benchMunicipality, world: 'real', zone: benchZone } as const
  const at = benchClock.now()
  return streamOf(
    zoneStreamOf('personFact', place),
    patients.map(({ id: patientId }, index) =>
      documentOf('personFact', {
        at,
        isTyped: false,
        replaces: [],
        entryId: EntryId.parse(patientId.replace(/^../, 'fa')),
        incident: IncidentId.parse('1c000000-0000-4000-8000-000000000001'),
        deviceId: DeviceId.parse('de000000-0000-4000-8000-000000000001'),
        n: index + 1,
        hlc: nextHlc(null, millisecondsFromInstant(at) + index),
        author: benchProfile.author,
        writtenAt: at,
        receivedAt: at,
        clockAheadMinutes: 0,
        zone: benchZone,
        body: { kind: 'contact', patientId, state: 'spokenOk', word: null },
      }),
    ),
  )
}

/** What the service codes mean: without it no patient stands on a list. */
export function serviceStream(): Promise<BenchStream> {
  const place = { municipality: benchMunicipality, world: 'real' } as const
  return streamOf(
    municipalityStreamOf('serviceDefinition', place),
    benchServices.map((body) => documentOf('serviceDefinition', body)),
  )
}

/** The server's signed head of a stream as it is sent. */
export async function headOf(
  { stream, documents }: BenchStream,
  server: Pick<VouchingServer, 'signHead'>,
): Promise<SignedHead> {
  const hasher = await wasmHasher()
  const { municipality, world } = placeOf(stream)
  return server.signHead({
    municipality,
    world,
    stream,
    epoch: 1,
    seq: documents.length,
    chain16,
    count: documents.length,
    root: await rootOf(await leavesOf(documents, hasher), hasher),
    time: benchClock.now(),
  })
}

async function streamOf(stream: StreamId, named: readonly NamedDocument[]): Promise<BenchStream> {
  const hasher = await wasmHasher()
  const documents: StreamDocument[] = []
  for (const [index, { docId, schema, body }] of named.entries()) {
    const bodyHash = await hashText(canonicalJson(body), hasher)
    documents.push({ docId, seq: index + 1, deleted: false, schema, body, bodyHash })
  }
  return { stream, documents }
}

/** What sync does with a stream that has come: staged bucket by bucket, verified, shown. */
export async function takeIn(
  replicas: ReplicaStore,
  { stream, documents }: BenchStream,
  head: SignedHead,
  holders: readonly StreamHolder[],
): Promise<void> {
  const session = crypto.randomUUID()
  const place = { baseRev: null, base: 0, at: emptyCheckpoint, layout: null, newest: null }
  await replicas.beginStaging({ stream, session, kind: 'build', ...place }, holders)
  const buckets = bucketsFor(documents.length)
  const byBucket = await spread(documents, { buckets }, await wasmHasher())
  const bucketsPerAnswer = Math.max(
    1,
    Math.floor((buckets * documentsPerAnswer) / documents.length),
  )
  for (let from = 0; from < buckets; from += bucketsPerAnswer) {
    const next = Math.min(buckets, from + bucketsPerAnswer)
    const inAnswer = Array.from(
      { length: next - from },
      (_, at) => byBucket.get(from + at)?.documents ?? [],
    )
    const part = { stream, session, buckets, from, next, documents: inAnswer.flat(), head }
    if ((await replicas.stageBuckets(part)) !== 'staged') throw new Error('It came too late.')
  }
  const held = await replicas.stagedRoot({ stream, session, at: checkpointOf(head.head) })
  if (held?.count !== head.head.count || held.root !== head.head.root) {
    throw new Error('What is staged is not what was sent.')
  }
  const ended = await replicas.commitStaging({ stream, session, head })
  if (ended !== 'committed') throw new Error('The commit was lost.')
  await replicas.savePins()
}
