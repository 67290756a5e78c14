import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { PullStream } from '#contract/pull-stream.ts'
import { accepted, refused } from '#domain/base/result.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import type { Answer } from '#sync/sync-network.ts'
import { startingPace } from '#sync/pace.ts'
import { syncCycle } from '#sync/sync-cycle.ts'
import { aDocument, critical } from '../support/build-replica.ts'
import { memoryOutboxStore } from '../support/memory-outbox-store.ts'
import { aMemoryReader, webTools } from '../support/memory-reader.ts'
import { answerFrom } from '../support/pulled-server.ts'
import { aVouchingServer, noon } from '../support/test-vault.ts'

const journal = StreamId.parse('demo/real/nord-1/journal')
const worklists = StreamId.parse('demo/real/nord-1/worklists')
const documents = await Promise.all(['a', 'b', 'c'].map((id, at) => aDocument(id, at + 1)))

test('the first part of a stream is fetched while the last one of the stream before is stored', async () => {
  const { cycle, happened } = await aPhone()

  const { failures } = await cycle()

  expect(failures).toEqual([])
  expect(happened).toEqual([
    ...Array.from({ length: 4 }, () => `asked ${critical}`),
    `asked ${journal}`,
    `shown ${critical}`,
    ...Array.from({ length: 3 }, () => `asked ${journal}`),
    `shown ${journal}`,
  ])
})

test('the line carries one part at a time', async () => {
  const { cycle, line } = await aPhone()

  await cycle()
  await cycle()

  expect(line.most).toBe(1)
})

test('while one is stored, what has not changed is asked for, and what comes after it', async () => {
  const { cycle, happened, changes, line } = await aPhone([critical, journal, worklists])
  await cycle()
  happened.length = 0
  changes[critical] = await aDocument('d', documents.length + 1)
  line.askedBefore[critical] = worklists

  const { failures } = await cycle()

  expect(failures).toEqual([])
  expect(happened).toEqual([
    `asked ${critical}`,
    `asked ${journal}`,
    `asked ${worklists}`,
    `shown ${critical}`,
  ])
})

test('a stream that has changed waits for its turn before the next one is asked for', async () => {
  const { cycle, happened, changes, line } = await aPhone([critical, journal, worklists])
  await cycle()
  happened.length = 0
  changes[critical] = await aDocument('d', documents.length + 1)
  changes[journal] = await aDocument('d', documents.length + 1)
  line.askedBefore[critical] = journal
  line.askedBefore[journal] = worklists

  await cycle()

  expect(happened).toEqual([
    `asked ${critical}`,
    `asked ${journal}`,
    `shown ${critical}`,
    `asked ${worklists}`,
    `shown ${journal}`,
  ])
})

test('no other stream is asked for after the line has gone', async () => {
  const { cycle, happened, line } = await aPhone()
  line.isDown = true

  const { failures } = await cycle()

  expect(failures).toEqual([{ kind: 'unreachable' }])
  expect(happened).toEqual([`asked ${critical}`])
})

/** A phone without anything, and a server that sends each stream in four parts, and one more change of some. */
async function aPhone(streams: readonly StreamId[] = [critical, journal]) {
  const server = await aVouchingServer()
  const reader = await aMemoryReader(server)
  const happened: string[] = []
  const changes: Record<StreamId, StreamDocument> = {}
  /** By stream: which one has been asked for, and has come, before it is shown. */
  const askedBefore: Record<StreamId, StreamId> = {}
  const line = { isDown: false, now: 0, most: 0, askedBefore }
  const pullStream = async (
    message: PullStream,
  ): Answer<Awaited<ReturnType<typeof answerFrom>>> => {
    happened.push(`asked ${message.stream}`)
    line.now++
    line.most = Math.max(line.most, line.now)
    const change = changes[message.stream]
    const all = change === undefined ? documents : [...documents, change]
    const answer = await answerFrom({ epoch: 1, live: all, changes: all }, message, server)
    line.now--
    return line.isDown ? refused({ kind: 'unreachable' }) : accepted(answer)
  }
  const replicas: typeof reader.replicas = {
    ...reader.replicas,
    async commitStaging(commit) {
      const awaited = line.askedBefore[commit.stream]
      if (awaited !== undefined) {
        await vi.waitFor(() => {
          expect(happened).toContain(`asked ${awaited}`)
          expect(line.now).toBe(0)
        })
      }
      const committed = await reader.replicas.commitStaging(commit)
      happened.push(`shown ${commit.stream}`)
      return committed
    },
  }
  const held = streams.map((stream) => ({ stream, holders: [reader.me] }))
  const cycle = () =>
    syncCycle({
      network: {
        listStreams: () =>
          Promise.resolve(accepted({ streams: held, colleagues: [], serverTime: noon })),
        pullStream,
        pushEntries: () => Promise.resolve(refused({ kind: 'tooLarge' })),
      },
      outbox: memoryOutboxStore(
        { lines: new Map(), current: reader.deviceId },
        { newLine: () => Promise.reject(new Error('No device forks here')) },
      ),
      findReader: () => Promise.resolve(accepted({ ...reader, replicas })),
      trust: reader.trust,
      ...webTools,
      clock: { now: () => noon },
      randomUuid: randomUUID,
      pace: startingPace(),
      report: () => {},
      onClosed: () => Promise.resolve(),
    })
  return { cycle, happened, changes, line }
}
