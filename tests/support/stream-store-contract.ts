import { expect, test } from 'vitest'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { type StreamDocument, emptyCheckpoint } from '#domain/streams/stream-document.ts'
import { checkpointOf, isHeadOf } from '#domain/trust/stream-head.ts'
import { retireNotes } from '#server/projection/retire-notes.ts'
import { compactStream } from '#server/streams/compact-streams.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import { largeWritesContract } from './large-writes-contract.ts'
import {
  type StreamDatabase,
  askedServer,
  days,
  headOf,
  journal,
  newStream,
  noon,
  pageOf,
  pull,
  put,
  rootOfAll,
  write,
} from './ask-streams.ts'
import { streamBucketsContract } from './stream-buckets-contract.ts'
import { fastHasher } from './test-crypto.ts'

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
    expect(
      await isHeadOf(page.head, stream, askedServer.tools.keySet, askedServer.tools.trust),
    ).toBe(true)
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
    const writeAt = (docId: string, now: Instant, schema = 'note@1') => {
      const write: DocumentWrite = { kind: 'put', docId, schema, body: 1 }
      return db.transaction((streams) =>
        writeVersions(streams, stream, [write], { hasher: fastHasher, now }),
      )
    }
    const retireAt = (now: Instant) =>
      db.transaction((streams) => retireNotes(streams, stream, { hasher: fastHasher, now }))
    await writeAt('old', noon)
    await writeAt('waits for a leader', noon, 'heldNote@1')
    await writeAt('young', days(1))
    const head = headOf(await pull(db, stream))

    const onTheDay = await retireAt(days(14))
    const after = await retireAt(plusMinutes(days(14), 1))
    const again = await retireAt(plusMinutes(days(14), 1))

    expect([onTheDay, after, again]).toEqual([0, 1, 0])
    const delta = pageOf(await pull(db, stream, { base: head.seq, after: head.seq, witness: head }))
    expect(delta.documents).toMatchObject([{ docId: 'old', deleted: true, body: null }])
    expect(delta.head.head.count).toBe(2)
  })

  test('a document that is deleted was there until then, until its tombstone goes', async () => {
    const db = await open()
    const stream = newStream()
    const presence = (docId: string) =>
      db.snapshot((streams) => streams.findPresence(stream, docId))
    await write(db, stream, [put('stays', 1), put('goes', 1)])
    await db.transaction((streams) =>
      writeVersions(streams, stream, [{ kind: 'delete', docId: 'goes' }], {
        hasher: fastHasher,
        now: days(1),
      }),
    )
    const found = [await presence('stays'), await presence('goes'), await presence('never')]
    await db.transaction(async (streams) => {
      await streams.lockHead(stream)
      await streams.removeTombstones(stream, days(2))
    })

    expect(found).toEqual([{ endedAt: null }, { endedAt: days(1) }, null])
    expect(await presence('goes')).toBeNull()
  })

  test('the streams are found in which a document is live, of those that are asked about', async () => {
    const db = await open()
    const [one, other, third] = [newStream(), newStream(), newStream()]
    for (const stream of [one, other, third]) await write(db, stream, [put('found everywhere', 1)])
    await write(db, other, [{ kind: 'delete', docId: 'found everywhere' }])
    const find = (streams: StreamId[]) =>
      db.snapshot((store) => store.listStreamsWith('found everywhere', streams))

    expect(await find([one, other])).toEqual([one])
    expect((await find([one, third])).toSorted()).toEqual([one, third].toSorted())
    expect([await find([]), await find([other])]).toEqual([[], []])
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

  streamBucketsContract(open)
  largeWritesContract(open)
}
