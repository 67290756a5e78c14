import { expect, test } from 'vitest'
import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { type Instant, instantFromMilliseconds, plusMinutes } from '#domain/time/instant.ts'
import {
  type Checkpoint,
  type StreamDocument,
  emptyCheckpoint,
} from '#domain/streams/stream-document.ts'
import { leavesOf, rootOf } from '#domain/streams/stream-root.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { type SignedHead, checkpointOf, isHeadOf } from '#domain/trust/stream-head.ts'
import { retireNotes } from '#server/projection/retire-notes.ts'
import { readStream } from '#server/streams/read-stream.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import { compactStream } from '#server/streams/compact-streams.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import { aSigningServer } from './a-signing-server.ts'
import { fastHasher } from './test-crypto.ts'

export type StreamDatabase = {
  transaction<Value>(work: (streams: StreamStore) => Promise<Value>): Promise<Value>
  snapshot<Value>(work: (streams: StreamStore) => Promise<Value>): Promise<Value>
}

const noon = instantFromMilliseconds(Date.UTC(2026, 10, 23, 11))
let made = 0

const days = (count: number) => plusMinutes(noon, count * 24 * 60)

function newStream(): StreamId {
  return StreamId.parse(
    `testby/real/nord-1/${['critical', 'details', 'worklists', 'journal', 'protected', 'leaders'][made++ % 6]}`,
  )
}

/** One that no other test writes to. */
const journal = StreamId.parse('testby/real/nord-2/journal')

const put = (docId: string, body: unknown): DocumentWrite => {
  return { kind: 'put', docId, schema: 'patient@1', body }
}

function write(db: StreamDatabase, stream: StreamId, writes: DocumentWrite[]) {
  return db.transaction((streams) =>
    writeVersions(streams, stream, writes, { hasher: fastHasher, now: noon }),
  )
}

const server = await aSigningServer(noon)

async function ask(
  db: StreamDatabase,
  stream: StreamId,
  part: PullStream['part'],
  limit: number,
): Promise<PullStreamAnswer> {
  const session = '00000000-0000-4000-8000-000000000001'
  const request = { protocol: 1, session, stream, highest: null, part, limit } as const
  const reading = await db.snapshot((streams) => readStream(streams, request, server.tools))
  if (reading.kind === 'tooLow') throw new Error('An epoch too low')
  return reading
}

/** Changes from the beginning, or those of a part. */
function pull(
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

/** What every implementation of `StreamStore` keeps, seen through the rules that use it. */
export function streamStoreContract(open: () => Promise<StreamDatabase>): void {
  test('a stream that nobody has written to is empty', async () => {
    const db = await open()

    const page = pageOf(await pull(db, newStream()))

    expect(page).toMatchObject({ documents: [], more: false, to: emptyCheckpoint })
    expect(page.head.head).toMatchObject({ epoch: 1, seq: 0, count: 0, root: await rootOfAll([]) })
  })

  test('documents come in the order of their writing, and a repetition writes nothing', async () => {
    const db = await open()
    const stream = newStream()
    await write(db, stream, [put('b', { æ: 1 }), put('a', { name: 'Ánde', none: null })])
    const again = await write(db, stream, [put('a', { none: null, name: 'Ánde' })])

    const page = pageOf(await pull(db, stream))

    expect(again.written).toBe(0)
    expect(page.documents.map(({ docId, seq, body }) => ({ docId, seq, body }))).toEqual([
      { docId: 'b', seq: 1, body: { æ: 1 } },
      { docId: 'a', seq: 2, body: { name: 'Ánde', none: null } },
    ])
    expect(page.head.head).toMatchObject({ count: 2, root: await rootOfAll(page.documents) })
    expect(await isHeadOf(page.head, stream, server.tools.keySet, server.tools.trust)).toBe(true)
  })

  test('pages join without a gap, and each names the place where the next begins', async () => {
    const db = await open()
    const stream = newStream()
    await write(
      db,
      stream,
      ['a', 'b', 'c', 'd', 'e'].map((docId) => put(docId, docId)),
    )

    const first = pageOf(await pull(db, stream, { limit: 2 }))
    const second = pageOf(
      await pull(db, stream, { after: first.to.seq, witness: first.to, limit: 3 }),
    )

    expect(first.more).toBe(true)
    expect(second).toMatchObject({ more: false, to: checkpointOf(first.head.head) })
    expect([...first.documents, ...second.documents].map(({ docId }) => docId)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ])
  })

  test('a tombstone is sent until it is too old; a device that is behind it then must rebuild', async () => {
    const db = await open()
    const stream = newStream()
    await write(db, stream, [put('a', 1), put('b', 2)])
    const head = headOf(await pull(db, stream))
    await write(db, stream, [{ kind: 'delete', docId: 'a' }, put('c', 3)])
    const delta = { base: head.seq, after: head.seq, witness: head }

    const before = pageOf(await pull(db, stream, delta))
    await db.transaction((streams) =>
      compactStream(streams, stream, plusMinutes(noon, 120 * 24 * 60)),
    )
    const young = pageOf(await pull(db, stream, delta))
    await db.transaction((streams) =>
      compactStream(streams, stream, plusMinutes(noon, 120 * 24 * 60 + 1)),
    )
    const after = await pull(db, stream, delta)

    expect(before.documents.map(({ docId, deleted }) => [docId, deleted])).toEqual([
      ['a', true],
      ['c', false],
    ])
    expect(young.documents).toEqual(before.documents)
    expect(after).toMatchObject({ kind: 'reset', reason: 'belowFloor' })
  })

  test('a phone is led on from wherever it stood in the last 120 days, and builds anew from before', async () => {
    const db = await open()
    const stream = newStream()
    const heads: { seq: number; chain16: string }[] = []
    for (const day of [0, 10, 20, 30]) {
      await db.transaction((streams) =>
        writeVersions(streams, stream, [put(`b${day}`, 1), put('a', day)], {
          hasher: fastHasher,
          now: days(day),
        }),
      )
      heads.push(headOf(await pull(db, stream)))
    }
    const kindsFrom = async () =>
      await Promise.all(
        heads.map(async (head) => {
          const delta = { base: head.seq, after: head.seq, witness: head }
          const answer = await pull(db, stream, delta)
          return answer.kind === 'reset' ? answer.reason : answer.kind
        }),
      )

    await db.transaction((streams) => compactStream(streams, stream, days(120 + 19)))
    const ledOn = await kindsFrom()
    await db.transaction((streams) => compactStream(streams, stream, days(120 + 365)))
    const later = await kindsFrom()

    const all = pageOf(await pull(db, stream))
    const paged: string[] = []
    for (let at = emptyCheckpoint, more = true; more;) {
      const page = pageOf(await pull(db, stream, { after: at.seq, witness: at, limit: 1 }))
      paged.push(...page.documents.map(({ docId }) => docId))
      at = page.to
      more = page.more
    }

    // On day 19 the phone of day 10 was still up to date; the one of day 0 was not since day 10.
    expect(ledOn).toEqual(['unknownWitness', 'changes', 'changes', 'changes'])
    expect(later).toEqual(['unknownWitness', 'unknownWitness', 'unknownWitness', 'changes'])
    expect(paged).toEqual(all.documents.map(({ docId }) => docId))
  })

  test('a note leaves its journal fourteen days after it arrived, as a deletion that phones receive', async () => {
    const db = await open()
    const stream = journal
    const writeAt = (docId: string, now: Instant) =>
      db.transaction((streams) =>
        writeVersions(streams, stream, [put(docId, 1)], { hasher: fastHasher, now }),
      )
    const retireAt = (now: Instant) =>
      db.transaction((streams) => retireNotes(streams, stream, { hasher: fastHasher, now }))
    await writeAt('old', noon)
    await writeAt('young', days(1))
    const head = headOf(await pull(db, stream))

    const onTheDay = await retireAt(days(14))
    const after = await retireAt(plusMinutes(days(14), 1))
    const again = await retireAt(plusMinutes(days(14), 1))

    expect([onTheDay, after, again]).toEqual([0, 1, 0])
    const delta = pageOf(await pull(db, stream, { base: head.seq, after: head.seq, witness: head }))
    expect(delta.documents).toMatchObject([{ docId: 'old', deleted: true, body: null }])
    expect(delta.head.head.count).toBe(1)
  })

  test('a place of another history is answered with a reset', async () => {
    const db = await open()
    const stream = newStream()
    await write(db, stream, [put('a', 1)])
    const witness = { seq: 1, chain16: 'feedfeedfeedfeed' }

    const other = await pull(db, stream, { base: 1, after: 1, witness })
    const above = await pull(db, stream, { base: 9, after: 9, witness: { ...witness, seq: 9 } })

    expect(other).toMatchObject({ kind: 'reset', reason: 'unknownWitness' })
    expect(above).toMatchObject({ kind: 'reset', reason: 'aboveHead' })
  })

  test('a write that fails leaves nothing', async () => {
    const db = await open()
    const stream = newStream()
    const failing = db.transaction(async (streams) => {
      await writeVersions(streams, stream, [put('a', 1)], { hasher: fastHasher, now: noon })
      throw new Error('after all')
    })

    await expect(failing).rejects.toThrow('after all')
    expect(headOf(await pull(db, stream)).seq).toBe(0)
  })

  test('a reader that pages while eight write misses none of 480 rows', async () => {
    const db = await open()
    const stream = newStream()
    const written = { all: false }
    const writer = async (name: number): Promise<void> => {
      for (let round = 0; round < 12; round++) {
        const ids = [0, 1, 2, 3, 4].map((id) => `${name}-${round}-${id}`)
        await write(
          db,
          stream,
          ids.map((docId) => put(docId, docId)),
        )
      }
    }
    const seen: StreamDocument[] = []
    const reader = async (): Promise<void> => {
      let at = emptyCheckpoint
      // Asked before the page: what is written while it is read comes with the next.
      for (let isLast = false; !isLast;) {
        const wasAllWritten = written.all
        const page = pageOf(await pull(db, stream, { after: at.seq, witness: at, limit: 7 }))
        seen.push(...page.documents)
        at = page.to
        isLast = wasAllWritten && !page.more
        const isWhole = page.more || (await rootOfAll(seen)) === page.head.head.root
        if (!isWhole) throw new Error('A torn read')
      }
    }

    const reading = reader()
    await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)))
    written.all = true
    await reading

    expect(new Set(seen.map(({ docId }) => docId)).size).toBe(480)
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: 480 }, (_, index) => index + 1))
  })

  test('whole buckets travel, of about a hundred documents each, and together they are the stream', async () => {
    const db = await open()
    const stream = newStream()
    const ids = Array.from({ length: 450 }, (_, index) => `d${index}`)
    await write(
      db,
      stream,
      ids.map((docId) => put(docId, docId)),
    )
    await write(db, stream, [{ kind: 'delete', docId: 'd7' }])

    const parts = await build(db, stream, 130)

    const documents = parts.flatMap((part) => part.documents)
    expect(parts[0]).toMatchObject({ buckets: 8, from: 0 })
    expect(parts.every((part) => part.documents.length <= 130)).toBe(true)
    expect(parts.map(({ from }) => from).slice(1)).toEqual(
      parts.map(({ next }) => next).slice(0, -1),
    )
    expect(documents).toHaveLength(449)
    expect(parts[0]?.head.head).toMatchObject({ count: 449, root: await rootOfAll(documents) })
    // A part has room for the next bucket, or it would be in it.
    expect(parts.length).toBeLessThan(8)
  })

  test('a bucket larger than the limit travels alone and whole', async () => {
    const db = await open()
    const stream = newStream()
    await write(
      db,
      stream,
      Array.from({ length: 150 }, (_, index) => put(`d${index}`, index)),
    )

    const parts = await build(db, stream, 1)

    expect(parts.map(({ from, next }) => [from, next])).toEqual([
      [0, 1],
      [1, 2],
    ])
    expect(parts.flatMap(({ documents }) => documents)).toHaveLength(150)
  })

  test('what is written during a build comes as changes after its start', async () => {
    const db = await open()
    const stream = newStream()
    await write(
      db,
      stream,
      Array.from({ length: 150 }, (_, index) => put(`d${index}`, index)),
    )
    const first = bucketsOf(await ask(db, stream, { kind: 'buckets', layout: null }, 1))
    const start = checkpointOf(first.head.head)
    await write(db, stream, [put('d3', 'new'), { kind: 'delete', docId: 'd4' }, put('x', 1)])

    const rest = await build(db, stream, 1, first)
    const { seq } = start
    const changes = pageOf(await pull(db, stream, { base: seq, after: seq, witness: start }))

    const documents = [first, ...rest].flatMap((part) => part.documents)
    const all = [...documents, ...changes.documents]
    expect(await rootOfAll(all)).toBe(changes.head.head.root)
    expect(await rootOfAll(documents)).not.toBe(changes.head.head.root)
  })

  test('a build whose start is not in this history begins anew', async () => {
    const db = await open()
    const stream = newStream()
    await write(db, stream, [put('a', 1)])
    const start = { seq: 1, chain16: 'feedfeedfeedfeed' }

    const layout = { buckets: 2, from: 1, start }
    const answer = await ask(db, stream, { kind: 'buckets', layout }, 10)

    expect(answer).toMatchObject({ kind: 'reset', reason: 'unknownWitness', named: null })
  })

  test('a raised epoch stays, and the writes after it are in it', async () => {
    const db = await open()
    const stream = newStream()
    await write(db, stream, [put('a', 1)])
    await db.transaction(async (streams) => {
      await streams.lockHead(stream)
      await streams.saveEpoch(stream, 5)
    })
    await write(db, stream, [put('b', 1)])

    const { head }: { head: SignedHead } = pageOf(await pull(db, stream))

    expect(head.head).toMatchObject({ epoch: 5, seq: 2, count: 2 })
  })
}

/** All parts of a build, or those after `first`. */
async function build(
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

function pageOf(answer: PullStreamAnswer): Extract<PullStreamAnswer, { kind: 'changes' }> {
  if (answer.kind !== 'changes') throw new Error(`No changes: ${JSON.stringify(answer)}`)
  return answer
}

function bucketsOf(answer: PullStreamAnswer): Extract<PullStreamAnswer, { kind: 'buckets' }> {
  if (answer.kind !== 'buckets') throw new Error(`No buckets: ${JSON.stringify(answer)}`)
  return answer
}

function headOf(answer: PullStreamAnswer): Checkpoint {
  return checkpointOf(pageOf(answer).head.head)
}

/** Of documents in the order of their writing: a later version replaces an earlier one. */
async function rootOfAll(documents: readonly StreamDocument[]): Promise<string> {
  const live = new Map<string, StreamDocument>()
  for (const document of documents) {
    if (document.deleted) live.delete(document.docId)
    else live.set(document.docId, document)
  }
  return await rootOf(await leavesOf(live.values(), fastHasher), fastHasher)
}
