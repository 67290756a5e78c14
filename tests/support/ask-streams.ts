import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { instantFromMilliseconds, plusMinutes } from '#domain/time/instant.ts'
import {
  type Checkpoint,
  type StreamDocument,
  emptyCheckpoint,
} from '#domain/streams/stream-document.ts'
import { rootOf } from '#domain/streams/stream-root.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { checkpointOf } from '#domain/trust/stream-head.ts'
import { readStream } from '#server/streams/read-stream.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import { aSigningServer } from './a-signing-server.ts'
import { fastHasher } from './test-crypto.ts'
import { leavesOf } from './leaves-of.ts'

export type StreamDatabase = {
  transaction<Value>(work: (streams: StreamStore) => Promise<Value>): Promise<Value>
  snapshot<Value>(work: (streams: StreamStore) => Promise<Value>): Promise<Value>
}

export const noon = instantFromMilliseconds(Date.UTC(2026, 10, 23, 11))
let made = 0

export const days = (count: number) => plusMinutes(noon, count * 24 * 60)

export function newStream(): StreamId {
  return StreamId.parse(
    `testby/real/nord-1/${['critical', 'details', 'worklists', 'journal', 'protected', 'leaders'][made++ % 6]}`,
  )
}

/** One that no other test writes to. */
export const journal = StreamId.parse('testby/real/nord-2/journal')

export const put = (docId: string, body: unknown): DocumentWrite => {
  return { kind: 'put', docId, schema: 'patient@1', body }
}

export function write(db: StreamDatabase, stream: StreamId, writes: DocumentWrite[]) {
  return db.transaction((streams) =>
    writeVersions(streams, stream, writes, { hasher: fastHasher, now: noon }),
  )
}

export const askedServer = await aSigningServer(noon)

export async function ask(
  db: StreamDatabase,
  stream: StreamId,
  part: PullStream['part'],
  limit: number,
): Promise<PullStreamAnswer> {
  const session = '00000000-0000-4000-8000-000000000001'
  const request = { protocol: 1, session, stream, highest: null, part, limit } as const
  const reading = await db.snapshot((streams) => readStream(streams, request, askedServer.tools))
  if (reading.kind === 'tooLow') throw new Error('An epoch too low')
  return reading
}

/** Changes from the beginning, or those of a part. */
export function pull(
  db: StreamDatabase,
  stream: StreamId,
  {
    limit = 100,
    ...from
  }: { base?: number; after?: number; witness?: Checkpoint; limit?: number } = {},
) {
  const part = { kind: 'changes', base: 0, after: 0, witness: emptyCheckpoint, ...from } as const
  return ask(db, stream, part, limit)
}

/** All parts of a build, or those after `first`. */
export async function build(
  db: StreamDatabase,
  stream: StreamId,
  limit: number,
  first?: Extract<PullStreamAnswer, { kind: 'buckets' }>,
): Promise<Extract<PullStreamAnswer, { kind: 'buckets' }>[]> {
  const parts = first === undefined ? [] : [first]
  for (;;) {
    const last = parts.at(-1)
    const begun = parts[0]
    if (last?.next === last?.buckets && last !== undefined) break
    const layout =
      last === undefined || begun === undefined
        ? null
        : { buckets: last.buckets, from: last.next, start: checkpointOf(begun.head.head) }
    parts.push(bucketsOf(await ask(db, stream, { kind: 'buckets', layout }, limit)))
  }
  return first === undefined ? parts : parts.slice(1)
}

export function pageOf(answer: PullStreamAnswer): Extract<PullStreamAnswer, { kind: 'changes' }> {
  if (answer.kind !== 'changes') throw new Error(`No changes: ${JSON.stringify(answer)}`)
  return answer
}

export function bucketsOf(
  answer: PullStreamAnswer,
): Extract<PullStreamAnswer, { kind: 'buckets' }> {
  if (answer.kind !== 'buckets') throw new Error(`No buckets: ${JSON.stringify(answer)}`)
  return answer
}

export function headOf(answer: PullStreamAnswer): Checkpoint {
  return checkpointOf(pageOf(answer).head.head)
}

/** Of documents in the order of their writing: a later version replaces an earlier one. */
export async function rootOfAll(documents: readonly StreamDocument[]): Promise<string> {
  const live = new Map<string, StreamDocument>()
  for (const document of documents) {
    if (document.deleted) live.delete(document.docId)
    else live.set(document.docId, document)
  }
  return await rootOf(await leavesOf(live.values(), fastHasher), fastHasher)
}
