import { canonicalJson } from '#domain/base/canonical-json.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { hashText } from '#domain/base/hasher.ts'
import type { Patient } from '#domain/patient/patient.ts'
import {
  documentMark,
  emptyDigest,
  plusMark,
  type StreamDigest,
} from '#domain/streams/stream-digest.ts'
import { emptyCheckpoint, type StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import { benchServices, benchZone } from '../people.ts'
import { benchClock, benchMunicipality } from './bench-employee.ts'

export type BenchStream = { stream: StreamId; documents: StreamDocument[]; digest: StreamDigest }

/** As many as a pull brings at once. */
const documentsPerPage = 500

/** The patients' stream as the server would send it. */
export function patientStream(patients: readonly Patient[]): Promise<BenchStream> {
  const place = { municipality: benchMunicipality, world: 'real', zone: benchZone } as const
  return streamOf(
    zoneStreamOf('patient', place),
    patients.map((body) => documentOf('patient', body)),
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

async function streamOf(stream: StreamId, named: readonly NamedDocument[]): Promise<BenchStream> {
  const hasher = await wasmHasher()
  const documents: StreamDocument[] = []
  let digest = emptyDigest
  for (const [index, { docId, schema, body }] of named.entries()) {
    const bodyHash = await hashText(canonicalJson(body), hasher)
    const document = { docId, seq: index + 1, deleted: false, schema, body, bodyHash }
    documents.push(document)
    digest = plusMark(digest, await documentMark(document, hasher))
  }
  return { stream, documents, digest }
}

/** What sync does with a stream that has come: staged page by page, verified, shown. */
export async function takeIn(
  replicas: ReplicaStore,
  { stream, documents, digest }: BenchStream,
): Promise<void> {
  const session = crypto.randomUUID()
  await replicas.beginStaging({
    stream,
    session,
    kind: 'build',
    baseRev: null,
    base: 0,
    at: emptyCheckpoint,
  })
  let at = emptyCheckpoint
  while (at.seq < documents.length) {
    const page = documents.slice(at.seq, at.seq + documentsPerPage)
    const to = { seq: at.seq + page.length, chain16: '0123456789abcdef' }
    const staged = await replicas.stagePage({ stream, session, after: at.seq, documents: page, to })
    if (staged !== 'staged') throw new Error('The page was too late.')
    at = to
  }
  const held = await replicas.stagedDigest({ stream, session, at })
  if (held?.count !== digest.count || held.digest !== digest.digest) {
    throw new Error('What is staged is not what was sent.')
  }
  const verifiedAt = benchClock.now()
  const ended = await replicas.commitStaging({ stream, session, head: at, verifiedAt })
  if (ended !== 'committed') throw new Error('The commit was lost.')
}
