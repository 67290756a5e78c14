import { describe, expect, test } from 'vitest'
import type { PullStream } from '#contract/pull-stream.ts'
import { EmployeeId } from '#domain/base/ids.ts'
import { emptyCheckpoint } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { type SignedHead, checkpointOf } from '#domain/trust/stream-head.ts'
import { answerPull } from '#server/streams/answer-pull.ts'
import { compactStream } from '#server/streams/compact-streams.ts'
import { signHead } from '#server/streams/sign-head.ts'
import { emptyState } from '#server/streams/stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { noon } from '../../support/a-patient.ts'
import { aSigningServer } from '../../support/a-signing-server.ts'
import { copyCommitted, memorySyncDatabase } from '../../support/memory-sync-database.ts'
import { fastHasher } from '../../support/test-crypto.ts'

const stream = StreamId.parse('testby/real/nord-1/critical')
const employee = EmployeeId.parse('0a000000-0000-4000-8000-000000000001')
const { tools } = await aSigningServer(noon)
const stranger = await aSigningServer(noon)

function aServer() {
  const database = memorySyncDatabase({
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  })
  const pull = (
    highest: SignedHead | null,
    part: PullStream['part'] = fromNothing,
    readFrom: Pick<typeof database, 'snapshot'> = database,
  ) => {
    const transactions = {
      read: <Value>(work: (one: Parameters<typeof writeVersions>[0]) => Promise<Value>) =>
        readFrom.snapshot(({ streams }) => work(streams)),
      write: database.transaction,
    }
    const session = '00000000-0000-4000-8000-000000000001'
    const request = { protocol: 1, session, stream, highest, part, limit: 100 } as const
    return answerPull(transactions, request, tools, employee)
  }
  return {
    pull,
    async write(docId: string, now = noon) {
      const write = { kind: 'put', docId, schema: 'patient@1', body: [docId, now] } as const
      await database.transaction(({ streams }) =>
        writeVersions(streams, stream, [write], { hasher: fastHasher, now }),
      )
      return await this.head()
    },
    async head(): Promise<SignedHead> {
      const answer = await pull(null)
      if (answer.kind === 'reset') throw new Error(answer.reason)
      return answer.head
    },
    compact: (days: number) =>
      database.transaction(({ streams }) =>
        compactStream(streams, stream, plusMinutes(noon, days * 24 * 60)),
      ),
    backUp: () => copyCommitted(database.committed()),
    restore: database.restart,
    alarms: () => database.committed().alarms,
    epoch: () => database.committed().streams.get(stream)?.state.epoch,
  }
}

const fromNothing: PullStream['part'] = { kind: 'buckets', layout: null }

const nothingYet: PullStream['part'] = {
  kind: 'changes',
  base: 0,
  after: 0,
  witness: emptyCheckpoint,
}

function changesAfter({ head }: SignedHead): PullStream['part'] {
  return { kind: 'changes', base: head.seq, after: head.seq, witness: checkpointOf(head) }
}

/** A server whose database was restored to before its newest write, and the heads that devices have of it. */
async function aRestoredServer() {
  const server = aServer()
  const kept = await server.write('a')
  const backup = server.backUp()
  const lost = await server.write('b')
  server.restore(backup)
  return { server, kept, lost, backup }
}

describe('a server that was restored', () => {
  test('learns it from a device, raises the epoch above it, and names the head', async () => {
    const { server, lost } = await aRestoredServer()

    const answer = await server.pull(lost, changesAfter(lost))

    expect(answer).toMatchObject({ kind: 'reset', reason: 'restored', named: lost })
    expect((await server.head()).head).toMatchObject({ epoch: 2, seq: 1 })
    expect(server.alarms()).toEqual([
      { kind: 'restoredStream', at: noon, stream, deviceId: null, employeeId: employee },
    ])
  })

  test('raises it once and alarms once, although many devices report at the same time', async () => {
    const { server, lost } = await aRestoredServer()

    const answers = await Promise.all(Array.from({ length: 12 }, () => server.pull(lost)))

    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['reset']))
    expect(server.epoch()).toBe(2)
    expect(server.alarms()).toHaveLength(1)
  })

  test('does so too when it has written as much again since', async () => {
    const { server, lost } = await aRestoredServer()
    await server.write('c')
    await server.write('d')

    const answer = await server.pull(lost, changesAfter(lost))

    expect(answer).toMatchObject({ kind: 'reset', reason: 'restored', named: lost })
    expect(server.epoch()).toBe(2)
  })

  test('that is restored again to before the raise, raises above both', async () => {
    const { server, lost, backup } = await aRestoredServer()
    await server.pull(lost)
    const second = await server.write('e')
    server.restore(backup)

    await server.pull(lost)
    const answer = await server.pull(second, changesAfter(second))

    expect(second.head.epoch).toBe(2)
    expect(answer).toMatchObject({ kind: 'reset', reason: 'restored', named: second })
    expect(server.epoch()).toBe(3)
  })

  test('answers later devices of the lost time with the same reset and raises no further', async () => {
    const { server, lost } = await aRestoredServer()
    await server.pull(lost)
    await server.write('f')

    const answer = await server.pull(lost, changesAfter(lost))

    expect(answer).toMatchObject({ kind: 'reset', reason: 'restored', named: lost })
    expect([server.epoch(), server.alarms().length]).toEqual([2, 1])
  })

  test('leads a device on that has seen nothing of the lost time', async () => {
    const { server, kept, lost } = await aRestoredServer()
    await server.pull(lost)

    expect(await server.pull(kept, changesAfter(kept))).toMatchObject({ kind: 'changes' })
  })
})

describe('no epoch is raised by', () => {
  test('a head that somebody else signed, or that was changed', async () => {
    const server = aServer()
    const { head, signature } = await server.write('a')
    const state = { ...emptyState, epoch: 9, seq: 90 }
    const forged = await signHead(stream, state, stranger.tools)
    const changed = { head: { ...head, epoch: 9 }, signature }

    await server.pull(forged)
    await server.pull({ ...forged, head: { ...forged.head, kid: tools.signer.keyId } })
    await server.pull(changed)

    expect([server.epoch(), server.alarms()]).toEqual([1, []])
  })

  test('a head of another stream or another municipality, signed by this server', async () => {
    const server = aServer()
    await server.write('a')
    const state = { ...emptyState, epoch: 9, seq: 90 }
    for (const other of ['testby/real/nord-2/critical', 'annenby/real/nord-1/critical']) {
      await server.pull(await signHead(StreamId.parse(other), state, tools))
    }

    expect([server.epoch(), server.alarms()]).toEqual([1, []])
  })

  test('an earlier head of its own, however often it is sent', async () => {
    const server = aServer()
    const first = await server.write('a')
    await server.write('b')

    const answers = [await server.pull(first), await server.pull(first, changesAfter(first))]

    expect(answers.map(({ kind }) => kind)).toEqual(['buckets', 'changes'])
    expect([server.epoch(), server.alarms()]).toEqual([1, []])
  })

  test('a head whose link was compacted away, which proves nothing', async () => {
    const server = aServer()
    const first = await server.write('a')
    await server.write('a', plusMinutes(noon, 24 * 60))
    await server.compact(400)

    const answer = await server.pull(first, changesAfter(first))
    const ofBuild = await server.pull(first, nothingYet)

    expect(answer).toMatchObject({ kind: 'reset', reason: 'unknownWitness', named: null })
    // Where a build's changes begin proves itself: it does not begin again for what was written beside it.
    expect(ofBuild).toMatchObject({ kind: 'changes', documents: [{ docId: 'a', seq: 2 }] })
    expect([server.epoch(), server.alarms()]).toEqual([1, []])
  })

  test('a copy of the database that lags behind: the device waits, and its pin is not overruled', async () => {
    const server = aServer()
    await server.write('a')
    const lagging = memorySyncDatabase()
    lagging.restart(server.backUp())
    const newest = await server.write('b')

    const answer = server.pull(newest, changesAfter(newest), lagging)

    await expect(answer).rejects.toMatchObject({ kind: 'busy', more: { retryAfterSeconds: 5 } })
    expect([server.epoch(), server.alarms()]).toEqual([1, []])
  })
})
