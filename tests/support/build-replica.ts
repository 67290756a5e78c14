import { canonicalJson } from '#domain/base/canonical-json.ts'
import { hashText } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import {
  type StreamDigest,
  documentMark,
  emptyDigest,
  plusMark,
} from '#domain/streams/stream-digest.ts'
import {
  type Checkpoint,
  type StreamDocument,
  emptyCheckpoint,
} from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import type { ReplicaStore, Staging } from '#storage/replica/replica-store.ts'
import { nodeHasher } from './node-hasher.ts'
import { noon } from './test-vault.ts'

export const critical = StreamId.parse('demo/real/nord-1/critical')

/** A stream's document with the body's own hash; null for a tombstone. */
export async function aDocument(
  docId: string,
  seq: number,
  body: unknown = { name: `Bruker ${docId}` },
): Promise<StreamDocument> {
  const bodyHash = await hashText(canonicalJson(body), nodeHasher)
  return { docId, seq, deleted: body === null, schema: 'patient@1', body, bodyHash }
}

export function at(seq: number): Checkpoint {
  return { seq, chain16: seq.toString(16).padStart(16, '0') }
}

export async function digestOf(documents: readonly StreamDocument[]): Promise<StreamDigest> {
  let digest = emptyDigest
  for (const document of documents) {
    digest = plusMark(digest, await documentMark(document, nodeHasher))
  }
  return { count: digest.count, digest: digest.digest }
}

export function aBuild(session = 'first', stream = critical): Staging {
  return { stream, session, kind: 'build', baseRev: null, base: 0, at: emptyCheckpoint }
}

export function aDelta(session: string, baseRev: number, base: Checkpoint): Staging {
  return { stream: critical, session, kind: 'delta', baseRev, base: base.seq, at: base }
}

/** Builds a stream from nothing, in one page. */
export async function build(
  store: ReplicaStore,
  documents: readonly StreamDocument[],
  more: { session?: string; stream?: StreamId; verifiedAt?: Instant } = {},
): Promise<void> {
  const { session = 'first', stream = critical, verifiedAt = noon } = more
  const head = at(documents.at(-1)?.seq ?? 0)
  await store.beginStaging(aBuild(session, stream))
  await store.stagePage({ stream, session, after: 0, documents, to: head })
  const committed = await store.commitStaging({ stream, session, head, verifiedAt })
  if (committed !== 'committed') throw new Error('The build was lost.')
}
