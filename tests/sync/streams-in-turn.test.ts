import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PullStream } from '#contract/pull-stream.ts'
import { accepted, refused } from '#domain/base/result.ts'
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

test('no other stream is asked for after the line has gone', async () => {
  const { cycle, happened, line } = await aPhone()
  line.isDown = true

  const { failures } = await cycle()

  expect(failures).toEqual([{ kind: 'unreachable' }])
  expect(happened).toEqual([`asked ${critical}`])
})

/** A phone without anything, and a server that sends each of two streams in four parts. */
async function aPhone() {
  const server = await aVouchingServer()
  const reader = await aMemoryReader(server)
  const happened: string[] = []
  const line = { isDown: false, now: 0, most: 0 }
  const pullStream = async (
    message: PullStream,
  ): Answer<Awaited<ReturnType<typeof answerFrom>>> => {
    happened.push(`asked ${message.stream}`)
    line.now++
    line.most = Math.max(line.most, line.now)
    const answer = await answerFrom(
      { epoch: 1, live: documents, changes: documents },
      message,
      server,
    )
    line.now--
    return line.isDown ? refused({ kind: 'unreachable' }) : accepted(answer)
  }
  const replicas: typeof reader.replicas = {
    ...reader.replicas,
    async commitStaging(commit) {
      const committed = await reader.replicas.commitStaging(commit)
      happened.push(`shown ${commit.stream}`)
      return committed
    },
  }
  const streams = [critical, journal].map((stream) => ({ stream, holders: [reader.me] }))
  const cycle = () =>
    syncCycle({
      network: {
        listStreams: () => Promise.resolve(accepted({ streams, colleagues: [], serverTime: noon })),
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
    })
  return { cycle, happened, line }
}
