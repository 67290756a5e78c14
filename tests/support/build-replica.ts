import { Base64Url } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { hashText } from '#domain/base/hasher.ts'
import { KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import {
  type Checkpoint,
  type StreamDocument,
  emptyCheckpoint,
} from '#domain/streams/stream-document.ts'
import { leafOf, rootOf } from '#domain/streams/stream-root.ts'
import { StreamId, streamOf } from '#domain/streams/stream.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { ReplicaStore, StagedRoot, Staging } from '#storage/replica/replica-store.ts'
import { nodeHasher } from './node-hasher.ts'
import { type TestPhone, noon } from './test-vault.ts'
import type { VouchingServer } from './vouching-server.ts'
import { leavesOf } from './leaves-of.ts'

export const critical = StreamId.parse('demo/real/nord-1/critical')

/** The store of one employee, and the server that signs what it stores. */
export type StoreOfEmployee = {
  store: ReplicaStore
  server: Pick<VouchingServer, 'signHead'>
  /** The employee who is unlocked, as the server lists her. */
  me: StreamHolder
}

/** Everybody who is enrolled on the phone, as the server lists her. */
export async function holdersOn(phone: TestPhone): Promise<StreamHolder[]> {
  const rows = await phone.outbox().employees.toArray()
  return rows.flatMap(({ id, recipient: { credential } }) =>
    credential === null ? [] : [{ employee: id, keyId: credential.subject.keyId }],
  )
}

/** The store of whoever is unlocked. */
export async function storeOf(
  { phone, vault }: { phone: TestPhone; vault: Vault },
  server: Pick<VouchingServer, 'signHead'>,
): Promise<StoreOfEmployee> {
  const unlocked = await vault.access.findUnlocked()
  const me = (await holdersOn(phone)).find(({ employee }) => employee === unlocked?.employeeId)
  if (me === undefined) throw new Error('Nobody is unlocked.')
  return { store: vault.replicas, server, me }
}

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

/** Count and root of a stream with these live documents. */
export async function rootOfDocuments(documents: readonly StreamDocument[]): Promise<StagedRoot> {
  return {
    count: documents.length,
    root: await rootOf(await leavesOf(documents, nodeHasher), nodeHasher),
  }
}

/** A head at this place that nobody signed, for what is staged alone. */
export function unsignedHead(seq: number, stream = critical): SignedHead {
  const { municipality, world } = streamOf(stream)
  const about = { municipality, world, kid: KeyId.parse('A'.repeat(43)), stream, time: noon }
  const place = {
    kind: 'head',
    v: 1,
    epoch: 1,
    ...at(seq),
    count: 0,
    root: '0'.repeat(64),
  } as const
  return { head: { ...about, ...place }, signature: Base64Url.parse('AA') }
}

/** What a page says that reaches this place. */
export function upTo(seq: number): { to: Checkpoint; head: SignedHead } {
  return { to: at(seq), head: unsignedHead(seq) }
}

type HeadFacts = { seq?: number; epoch?: number; time?: Instant; stream?: StreamId }

/** The head that the server signs over these live documents. */
export async function headOver(
  documents: readonly StreamDocument[],
  server: Pick<VouchingServer, 'signHead'>,
  { seq, epoch = 1, time = noon, stream = critical }: HeadFacts = {},
): Promise<SignedHead> {
  const { municipality, world } = streamOf(stream)
  const newest = documents.reduce((highest, document) => Math.max(highest, document.seq), 0)
  const place = { municipality, world, stream, epoch, ...at(seq ?? newest), time }
  return server.signHead({ ...place, ...(await rootOfDocuments(documents)) })
}

export function aBuild(session = 'first', stream = critical): Staging {
  return {
    stream,
    session,
    kind: 'build',
    baseRev: null,
    base: 0,
    at: emptyCheckpoint,
    layout: null,
    newest: null,
  }
}

export function aDelta(session: string, baseRev: number, base: Checkpoint): Staging {
  return {
    stream: critical,
    session,
    kind: 'delta',
    baseRev,
    base: base.seq,
    at: base,
    layout: null,
    newest: null,
  }
}

/** The documents of the buckets from `from` to before `next`. */
export async function inBuckets(
  documents: readonly StreamDocument[],
  { buckets, from, next }: { buckets: number; from: number; next: number },
): Promise<StreamDocument[]> {
  const found: StreamDocument[] = []
  for (const document of documents) {
    const bucket = Math.floor(((await leafOf(document.docId, nodeHasher)) * buckets) / 256)
    if (bucket >= from && bucket < next) found.push(document)
  }
  return found
}

type BuildFacts = HeadFacts & { session?: string; buckets?: number }

/** Builds a stream from nothing, in one answer. */
export async function build(
  { store, server, me }: StoreOfEmployee,
  documents: readonly StreamDocument[],
  more: BuildFacts & { holders?: readonly StreamHolder[] } = {},
): Promise<SignedHead> {
  const { session = 'first', stream = critical, buckets = 4, holders = [me] } = more
  const head = await headOver(documents, server, more)
  await store.beginStaging(aBuild(session, stream), holders)
  const part = { stream, session, buckets, from: 0, next: buckets, documents, head }
  await store.stageBuckets(part)
  const committed = await store.commitStaging({ stream, session, head })
  if (committed !== 'committed') throw new Error('The build was lost.')
  return head
}

/** Changes what is shown; `live` is all that the stream then has. */
export async function change(
  { store, server, me }: StoreOfEmployee,
  documents: readonly StreamDocument[],
  live: readonly StreamDocument[],
  session = 'next',
): Promise<SignedHead> {
  const shown = await store.findReplica(critical)
  if (shown === null) throw new Error('There is nothing to change.')
  const { seq, chain16 } = shown.head.head
  const to = at(documents.at(-1)?.seq ?? seq)
  const head = await headOver(live, server, { seq: to.seq })
  await store.beginStaging(aDelta(session, shown.rev, { seq, chain16 }), [me])
  await store.stagePage({ stream: critical, session, after: seq, documents, to, head })
  const committed = await store.commitStaging({ stream: critical, session, head })
  if (committed !== 'committed') throw new Error('The change was lost.')
  return head
}
