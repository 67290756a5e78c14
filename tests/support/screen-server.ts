import { isIdTaken } from '#server/projection/note-writes.ts'
import { unlimitedRate } from './unlimited-rate.ts'
import { demoDocuments, demoRandomSeed } from '#demo/demo-documents.ts'
import type { ListStreamsAnswer } from '#contract/list-streams.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { type StreamId, streamIdOf, streamOf } from '#domain/streams/stream.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { takeEntries } from '#server/inbox/take-entries.ts'
import { keysOfRecipients } from '#server/inbox/check-recipients.ts'
import { usualContentLimits } from '#server/projection/content-limits.ts'
import { projectNext } from '#server/projection/project-entry.ts'
import type { ProjectionPorts } from '#server/projection/projection-ports.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { answerPull, type PullTransactions } from '#server/streams/answer-pull.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import type { SyncNetwork } from '#sync/sync-network.ts'
import { memorySyncDatabase } from './memory-sync-database.ts'
import { vouchingServer } from './vouching-server.ts'

export const municipality = MunicipalityId.parse('demo')

/** The server's own rules over a database in memory, in the page, with the demo municipality. */
export async function screenServer(
  hasher: Hasher,
  now: () => Instant,
  database = memorySyncDatabase(),
) {
  const keys = await vouchingServer(hasher, municipality, now())
  const checks = { signatures: keys.signatures, hasher, municipality, rate: unlimitedRate }
  const trust = { signatures: webSignatureCheck, hasher }
  const pulls: PullTransactions = {
    read: (work) => database.snapshot(({ streams }) => work(streams)),
    write: (work) => database.transaction(work),
  }
  let isUp = true
  let coming: ListStreamsAnswer['coming'] = []

  async function write(stream: StreamId, writes: readonly DocumentWrite[]): Promise<void> {
    await database.transaction(({ streams }) =>
      writeVersions(streams, stream, writes, { hasher, now: now() }),
    )
  }

  const demo = demoDocuments({
    municipality,
    world: 'real',
    seed: demoRandomSeed,
    asOf: now(),
  })

  const network = (zones: readonly string[], classes: readonly string[]): SyncNetwork => ({
    async listStreams(message) {
      if (!isUp) return down()
      const streams = [...database.committed().streams.keys()].filter((id) => {
        const stream = streamOf(id)
        return stream.kind === 'municipality'
          ? true
          : zones.includes(stream.zone) && classes.includes(stream.class)
      })
      // Everybody on the phone has the same zones here.
      const recipients = await keysOfRecipients(message, checks)
      const holders = [...recipients].map(([employee, keyId]) => ({ employee, keyId }))
      return accepted({
        streams: streams.map((stream) => ({ stream, holders })),
        colleagues: [],
        serverTime: now(),
        coming,
      })
    },
    async pullStream(message) {
      if (!isUp) return down()
      const tools = { signer: keys.signer, keySet: keys.keySet.keySet, trust, now: now() }
      return accepted(await answerPull(pulls, message, tools, null))
    },
    async pushEntries(message) {
      if (!isUp) return down()
      const checked = await checkPush(message, checks)
      if (!checked.ok) return refused({ kind: 'refused', reason: checked.refusal.kind })
      return accepted(
        await database.transaction(({ inbox }) =>
          takeEntries(inbox, message, checked.value, now()),
        ),
      )
    },
  })

  return {
    keys,
    network,
    write,
    demo,
    /** The streams of one zone and what all have. */
    async seed(zones: readonly string[]): Promise<void> {
      for (const { stream, documents } of demo) {
        if (stream.kind === 'zone' && !zones.includes(stream.zone)) continue
        const writes = documents.map((document) => ({ kind: 'put', ...document }) as const)
        await write(streamIdOf(stream), writes)
      }
    },
    /** From now on so many of her colleagues' notes are on their way to the one who asks. */
    setComing(zones: ListStreamsAnswer['coming']): void {
      coming = zones
    },
    stop(): void {
      isUp = false
    },
    start(): void {
      isUp = true
    },
    /** The server again on the same database, after its keys were lost. */
    withNewRoot: () => screenServer(hasher, now, database),
    /** Gives every entry that opens its effect, and answers what the journals hold. */
    async project() {
      const { pair, named } = keys.sealingKey
      const { keyId, publicKey } = named
      const ports: ProjectionPorts = {
        seals: sealOpener(() => [{ keyId, publicKey, privateKey: pair.privateKey }]),
        hasher,
        contentLimits: usualContentLimits,
        zones: new Set(demo.flatMap(({ stream }) => (stream.kind === 'zone' ? [stream.zone] : []))),
        wordResponse: (_, response) => response,
        judge: () => ({ kind: 'effect', marks: [] }),
        isIdTaken,
        said: saidOfItself,
      }
      const next = () =>
        database.transaction((stores) => projectNext(stores, ports, now(), new Set()))
      while (await next());
      return [...database.committed().streams].flatMap(([id, { documents }]) =>
        streamOf(id).class === 'journal' ? [...documents.keys()] : [],
      )
    },
    /** How many entries the server holds. */
    held: () => database.committed().inbox.size,
  }
}

function down() {
  return refused({ kind: 'unreachable' } as const)
}
