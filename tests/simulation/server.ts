import { isIdTaken } from '#server/projection/note-writes.ts'
import {
  nonceHeader,
  protocolHeader,
  signatureHeader,
  syncContentType,
} from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import type { DeviceId } from '#domain/base/ids.ts'
import { instantFromMilliseconds, plusMinutes } from '#domain/time/instant.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { ProjectionStores } from '#server/projection/projection-ports.ts'
import { usualContentLimits } from '#server/projection/content-limits.ts'
import { projectNext } from '#server/projection/project-entry.ts'
import { answerBytes, writeAnswerSignature } from '#domain/trust/signed-answer.ts'
import { compactStream, historyDays } from '#server/streams/compact-streams.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import {
  type Committed,
  type MemoryDatabase,
  copyCommitted,
  memorySyncDatabase,
} from '../support/memory-sync-database.ts'
import { type Caller, type LaggingCopy, answerMessage } from './answer-message.ts'
import { judgeWithout, projectionWithout, saidWithout } from './server-ablations.ts'
import { simPeople } from './incident/sim-people.ts'
import type { RunContext } from './run-context.ts'
import { newEnding } from './server-ending.ts'
import type { Process } from './scheduler.ts'
import { criticalOf, formsStream, municipality, patientId, zones } from './sim-streams.ts'

export type HttpReply = { status: number; headers: Record<string, string>; body: string }

export type SimServer = {
  handle(path: string, body: string, nonce: string, caller: () => Caller): Promise<HttpReply>
  committed(): Committed
  writeSomething(): void
  compact(): void
  crash(): void
  /** Goes away, and comes back with what it has committed. */
  restartAfter(milliseconds: number): void
  /** Rejects when the server goes away, and while it is. */
  end(): Promise<never>
  backUp(): void
  restore(): void
  rotate(): void
  loseRoot(): void
  /** How often it was restored. */
  restores(): number
}

const formBody = {
  resourceType: 'Questionnaire',
  url: 'urn:beredt:besoksnotat',
  version: '1',
  name: 'besoksnotat',
  title: 'Besøksnotat',
  status: 'active',
  subjectType: ['Patient'],
  item: [],
}

/** A copy that lags further behind is asked no more. */
const longestLagMilliseconds = 110_000

/** The production rules of streams, inbox and projection over a database in memory. */
export async function createServer(context: RunContext): Promise<SimServer> {
  const fresh = await freshDatabase(context)
  const { scheduler, random, history, crypto, without, pace } = context
  let process: Process = { alive: true, name: 'server' }
  const backups: Committed[] = []
  let restores = 0
  let ending = newEnding()
  /** A copy of the database that lags behind, which some requests are answered from. */
  let stale: LaggingCopy | null = null
  const database = memorySyncDatabase({
    authors: context.rights,
    pause: () => scheduler.pause(process),
    onCommit() {
      const now = scheduler.now()
      for (const stream of history.observe(database.committed(), now, 'transaction')) {
        context.fail(`two writers took the same place of ${stream}`)
      }
    },
    without:
      without === 'snapshot' || without === 'streamLock'
        ? without
        : without === 'duplicateDetection'
          ? 'uniqueIndex'
          : null,
  })
  const hasStale = random.chance(pace.stale)
  const now = () => instantFromMilliseconds(scheduler.now())

  const write = (stream: StreamId, writes: Parameters<typeof writeVersions>[2]) =>
    database.transaction(({ streams }) =>
      writeVersions(streams, stream, writes, { hasher: crypto.hasher, now: now() }),
    )

  const boot = (): void => {
    for (let projector = 0; projector < 2; projector++) project(context, database, process)
  }

  const restart = (from: Committed): void => {
    process.alive = false
    process = { alive: true, name: 'server' }
    database.restart(from)
    history.observe(database.committed(), scheduler.now(), 'restart')
    boot()
  }
  restart(fresh)

  const compact = (): void => {
    // As if the tombstones older than some minutes were older than the floor allows.
    const age = random.between(0, pace.compactedMinutes)
    const later = plusMinutes(now(), historyDays * 24 * 60 - age)
    for (const stream of database.committed().streams.keys()) {
      void database.transaction(({ streams }) => compactStream(streams, stream, later))
    }
    context.note('compacted')
  }

  return {
    committed: () => database.committed(),
    async handle(path, body, nonce, caller) {
      const meets = pace.compactsBesidePull
      if (path === routes.pullStream.path && !context.healed && meets > 0 && random.chance(meets))
        compact()
      const mayLag = stale !== null && !context.healed && random.chance(0.2)
      const lagging =
        mayLag && scheduler.now() - (stale?.at ?? 0) <= longestLagMilliseconds ? stale : null
      const reply = await answerMessage(context, database, lagging, { path, body, caller })
      const headers = {
        'content-type': `${syncContentType}; charset=utf-8`,
        [protocolHeader]: '1',
        [nonceHeader]: nonce,
        ...(await signatureHeaders(context, path, nonce, reply)),
        ...reply.headers,
      }
      return { status: reply.status, headers, body: JSON.stringify(reply.body) }
    },
    writeSomething() {
      const stream = criticalOf(random.pick(zones))
      const docIds = new Set(
        Array.from({ length: 1 + random.below(5) }, () => random.below(pace.patients)),
      )
      const writes = [...docIds].map((id) =>
        random.chance(0.35)
          ? ({ kind: 'delete', docId: `d${id}` } as const)
          : ({
              kind: 'put',
              docId: `d${id}`,
              schema: 'patient@1',
              body: { value: random.below(1e9) },
            } as const),
      )
      void write(stream, writes).then(({ head }) =>
        context.note(`${stream} written to ${head.seq}`),
      )
    },
    compact,
    crash() {
      context.note('server crashed')
      restart(database.committed())
    },
    restartAfter(milliseconds) {
      context.note('server goes away')
      process.alive = false
      ending.end()
      scheduler.after(milliseconds, null, () => {
        context.note('server is back')
        ending = newEnding()
        restart(database.committed())
      })
    },
    end: () => ending.ended,
    backUp() {
      const backup = copyCommitted(database.committed())
      if (hasStale) {
        const copy = memorySyncDatabase({ pause: () => scheduler.pause(process) })
        copy.restart(backup)
        stale = { database: copy, at: scheduler.now() }
      }
      backups.push(backup)
      history.observeBackup(backup)
      // What is in a verified backup is durable; the mark is made when the backup stands.
      const { devices } = database.committed()
      for (const [id, device] of devices) {
        devices.set(id, { ...device, durable: durableHead(backup, id) })
      }
      context.note('backed up')
    },
    restores: () => restores,
    loseRoot() {
      context.note('the root is lost')
      void context.keys.loseRoot()
    },
    rotate() {
      const kind = random.pick(['signing', 'credentials', 'sealing'] as const)
      context.note(`rotated ${kind}`)
      void context.keys.rotate(kind)
    },
    restore() {
      restores++
      stale = null
      const isOther = backups.length === 0 || random.chance(0.15)
      context.note(isOther ? 'another, empty database' : 'restored from a backup')
      restart(isOther ? fresh : random.pick(backups))
    },
  }
}

/** A clone's conflicts fill numbers too, so only the line that is stored counts as backed up. */
function durableHead(backup: Committed, deviceId: DeviceId): number {
  const stored = [...backup.inbox.values()].filter(
    ({ entry }) => entry.deviceId === deviceId && entry.status === 'stored',
  )
  const numbers = new Set(stored.map(({ entry }) => entry.n))
  let head = 0
  while (numbers.has(head + 1)) head++
  return head
}

/** As a server seeds it before it listens: the forms are there before the first entry comes. */
async function freshDatabase({ crypto, scheduler, pace }: RunContext): Promise<Committed> {
  const database = memorySyncDatabase()
  const put = { kind: 'put', docId: 'besoksnotat@1', schema: 'questionnaire@1' } as const
  const now = instantFromMilliseconds(scheduler.now())
  await database.transaction(({ streams }) =>
    writeVersions(streams, formsStream, [{ ...put, body: formBody }], {
      hasher: crypto.hasher,
      now,
    }),
  )
  const others = Array.from({ length: pace.firstPatients }, (_, id) => `d${id}`)
  const people = pace.facts ? simPeople.map(({ id }) => id) : []
  const patients = [patientId, ...people, ...others].map(
    (docId) => ({ kind: 'put', docId, schema: 'patient@1', body: { value: 0 } }) as const,
  )
  for (const zone of zones) {
    await database.transaction(({ streams }) =>
      writeVersions(streams, criticalOf(zone), patients, { hasher: crypto.hasher, now }),
    )
  }
  return database.committed()
}

/** Goes on for ever, as the server's own job does; a crash ends it with its process. */
function project(context: RunContext, database: MemoryDatabase, process: Process): void {
  const { scheduler, random, crypto } = context
  const ports = {
    seals: context.keys.seals,
    hasher: crypto.hasher,
    contentLimits: usualContentLimits,
    zones: new Set(zones),
    wordResponse: (_form: unknown, response: QuestionnaireResponse) =>
      response.status === 'completed' ? response : null,
    judge: judgeWithout(context),
    isIdTaken,
    said: saidWithout(context),
  }
  const round = async (): Promise<void> => {
    const work = (stores: ProjectionStores) =>
      projectNext(stores, ports, instantFromMilliseconds(scheduler.now()), new Set())
    let found = false
    try {
      found = await projectionWithout(context, database, work)
    } catch (error) {
      context.note(`projection fault: ${String(error)}`)
    }
    scheduler.after(found ? 5 : random.between(2_000, 9_000), process, () => void round())
  }
  scheduler.after(random.between(500, 3_000), process, () => void round())
}

/** The server signs every answer of the protocol; it answers nothing else here. */
async function signatureHeaders(
  { keys, crypto }: RunContext,
  path: string,
  nonce: string,
  { status, body }: { status: number; body: unknown },
): Promise<Record<string, string>> {
  if (status !== 200) return {}
  const { keyId, sign } = keys.signer()
  const place = { municipality, path, nonce, body: JSON.stringify(body) }
  const signature = await sign(await answerBytes(place, keyId, crypto.hasher))
  return { [signatureHeader]: writeAnswerSignature({ keyId, signature }) }
}
