import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type ReplicaRow, raiseCacheVersion } from '../databases/cache-database.ts'
import type { Replica, ReplicaStore, Staging } from './replica-store.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { sealPage } from './chunks.ts'
import {
  type OpenedStaging,
  commitPlan,
  findStagingRow,
  openStaging,
  planOf,
} from './commit-staging.ts'
import { dropStream } from './drop-stream.ts'
import type { ReplicaServices } from './replica-services.ts'
import { stagedPages } from './staged-pages.ts'
import type { StagedPlan } from './staged-plan.ts'

type Planned = { staged: OpenedStaging; plan: StagedPlan }

/** The streams on this device that the unlocked employee has; while locked, those that any employee has. */
export function dexieReplicaStore(services: ReplicaServices): ReplicaStore {
  const { cache, unlocked, keys } = services
  /** The plan behind the last digest, so that the commit need not make it again. Locking drops it. */
  const planned = new WeakMap<OpenEmployee, Planned>()
  const pages = stagedPages()

  /** False for a stream that the employee has no key for, and for a damaged one, which is to be rebuilt. */
  async function isReadable(row: ReplicaRow, employee: OpenEmployee | null): Promise<boolean> {
    if (row.damaged === 1) return false
    return (
      employee === null || (await keys.find(employee, { stream: row.id, gen: row.gen })) !== null
    )
  }

  async function getKey(employee: OpenEmployee, stream: StreamId, gen: number): Promise<CryptoKey> {
    const key = await keys.find(employee, { stream, gen })
    if (key === null) throw new Error('The key of a staged stream is gone.')
    return key
  }

  /** Null when the staging is of another session, or has not reached exactly `at`. */
  async function findPlan(
    me: OpenEmployee,
    { stream, session, at }: { stream: StreamId; session: string; at: Checkpoint },
  ): Promise<Planned | null> {
    const staged = await findStagingRow(stream, services)
    if (staged?.row.session !== session) return null
    if (staged.row.seq !== at.seq || staged.row.chain16 !== at.chain16) return null
    if (staged.row.kind === 'delta' && staged.row.baseRev !== staged.replica?.rev) return null
    const known = planned.get(me)
    if (
      known?.staged.row.session === session &&
      known.staged.row.pages === staged.row.pages &&
      known.staged.replica?.rev === staged.replica?.rev
    ) {
      return known
    }
    const opened = await openStaging(stream, pages, services)
    if (opened === null) return null
    const made = { staged: opened, plan: await planOf(opened, services) }
    planned.set(me, made)
    return made
  }

  return {
    async listReplicas() {
      const employee = unlocked.find()
      const rows = await cache.run((database) => database.replicas.toArray())
      const readable = await Promise.all(rows.map((row) => isReadable(row, employee)))
      return rows.filter((_, at) => readable[at]).map(replicaOf)
    },

    async listStagedStreams() {
      const employee = unlocked.find()
      const rows = await cache.run((database) => database.stagings.toArray())
      const found = await Promise.all(
        rows.map(
          async ({ id, gen }) => employee === null || keys.find(employee, { stream: id, gen }),
        ),
      )
      return rows.filter((_, at) => found[at]).map(({ id }) => id)
    },

    async findReplica(stream) {
      const row = await cache.run((database) => database.replicas.get(stream))
      return row !== undefined && (await isReadable(row, unlocked.find())) ? replicaOf(row) : null
    },

    async findStaging(stream) {
      const employee = unlocked.get()
      const row = await cache.run((database) => database.stagings.get(stream))
      if (row === undefined) return null
      if ((await keys.find(employee, { stream, gen: row.gen })) === null) return null
      const { session, kind, baseRev, base, seq, chain16 } = row
      return { stream, session, kind, baseRev, base, at: { seq, chain16 } }
    },

    async beginStaging(staging) {
      await beginStaging(staging, services)
    },

    async stagePage({ stream, session, after, documents, to }) {
      const row = await cache.run((database) => database.stagings.get(stream))
      if (row === undefined || row.session !== session || row.seq !== after) return 'stale'
      const me = unlocked.get()
      const key = await getKey(me, stream, row.gen)
      const number = row.pages
      const sealed = await sealPage(key, { stream, gen: row.gen, session, number }, documents)
      const staged = await cache.run((database) =>
        database.transaction('rw', database.stagings, database.pages, async () => {
          const current = await database.stagings.get(stream)
          const isThere = current?.session === session && current.pages === number
          if (!isThere || current.seq !== after) return 'stale'
          await database.pages.put({ stream, number, sealed })
          await database.stagings.put({ ...current, ...to, pages: number + 1 })
          return 'staged'
        }),
      )
      if (staged === 'staged') pages.keep(me, { session, number }, documents)
      return staged
    },

    async stagedDigest(staged) {
      return (await findPlan(unlocked.get(), staged))?.plan.digest ?? null
    },

    async commitStaging({ stream, session, head, verifiedAt }) {
      const me = unlocked.get()
      const found = await findPlan(me, { stream, session, at: head })
      planned.delete(me)
      pages.forget(me)
      return found === null ? 'lost' : commitPlan(found, { head, verifiedAt }, services)
    },

    async markVerified(stream, rev, verifiedAt) {
      await cache.run((database) =>
        database.transaction('rw', database.replicas, database.settings, async () => {
          const row = await database.replicas.get(stream)
          if (row?.rev !== rev) return
          await database.replicas.update(stream, { verifiedAt })
          await raiseCacheVersion(database)
        }),
      )
    },

    async discardStaging(stream) {
      await cache.run((database) =>
        database.transaction('rw', database.stagings, database.pages, async () => {
          await database.stagings.delete(stream)
          await database.pages.where({ stream }).delete()
        }),
      )
    },

    async drop(stream) {
      await dropStream(stream, services)
    },
  }
}

async function beginStaging(staging: Staging, services: ReplicaServices): Promise<void> {
  const { cache, unlocked, keys } = services
  const { stream, session, kind, baseRev, base, at } = staging
  const me = unlocked.get()
  const replica = await cache.run((database) => database.replicas.get(stream))
  const before = await cache.run((database) => database.stagings.get(stream))
  const gen =
    kind === 'delta' ? (replica?.gen ?? 0) : Math.max(replica?.gen ?? 0, before?.gen ?? 0) + 1
  const holders = await keys.listHolders({ stream, gen: replica?.gen ?? 0 })
  const all = [...new Set([me.employeeId, ...holders])]
  const copies = kind === 'delta' ? [] : (await keys.make({ stream, gen }, all)).copies
  await cache.run((database) =>
    database.transaction(
      'rw',
      [database.stagings, database.pages, database.streamKeys],
      async () => {
        await database.pages.where({ stream }).delete()
        await database.streamKeys.bulkPut(copies)
        const row = {
          id: stream,
          v: 1,
          session,
          kind,
          baseRev,
          base,
          ...at,
          gen,
          pages: 0,
        } as const
        await database.stagings.put(row)
      },
    ),
  )
}

function replicaOf(row: ReplicaRow): Replica {
  const { id, rev, gen, seq, chain16, verifiedAt, count, digest } = row
  const checkpoint = { seq, chain16 }
  return { stream: id, rev, generation: gen, checkpoint, verifiedAt, count, digest }
}
