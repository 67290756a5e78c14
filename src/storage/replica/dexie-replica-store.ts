import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type SignedHead, isBelow } from '#domain/trust/stream-head.ts'
import { isReset } from '#domain/trust/stream-pin.ts'
import { type ReplicaRow, raiseCacheVersion } from '../databases/cache-database.ts'
import { isBelievedHead, pinHead, pinReset } from '../trust/head-trust.ts'
import { joinStoredPins, savePins } from '../trust/stored-pins.ts'
import { findPin } from '../unlocked/pins.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { beginStaging } from './begin-staging.ts'
import { commitPlan } from './commit-staging.ts'
import { deleteGenerations } from './delete-generations.ts'
import { findSoundRow, isShownToHer } from './find-sound-row.ts'
import { forgetStaging, streamTables } from './new-generation.ts'
import { type PlannedCommit, findStagingRow, planCommit } from './opened-staging.ts'
import type { ReplicaServices } from './replica-services.ts'
import type { Replica, ReplicaStore, StagedRoot } from './replica-store.ts'
import { shareKeys } from './share-keys.ts'
import { stageBuckets, stagePage } from './stage-parts.ts'
import { stagedParts } from './staged-parts.ts'
import { findStagingKey } from './staging-keys.ts'

/** The root of nothing: a staging that is not what it was has it, so that no signed root is the same. */
const brokenRoot: StagedRoot = { count: 0, root: '0'.repeat(64) }

/** The streams on this device that the unlocked employee has; while locked, those that any employee has. */
export function dexieReplicaStore(services: ReplicaServices): ReplicaStore {
  const { cache, outbox, unlocked, tools } = services
  /** The plan behind the last root, so that the commit need not make it again. Locking drops it. */
  const planned = new WeakMap<OpenEmployee, PlannedCommit>()
  const parts = stagedParts()

  /** Null when the staging is of another session, or has not reached exactly `at`. */
  async function findPlan(
    me: OpenEmployee,
    { stream, session, at }: { stream: StreamId; session: string; at: Checkpoint },
  ): Promise<PlannedCommit | 'broken' | null> {
    const found = await findStagingRow(stream, services)
    if (found?.row.session !== session) return null
    const { row, replica } = found
    if (row.seq !== at.seq || row.chain16 !== at.chain16) return null
    if (row.kind === 'delta' && row.baseRev !== replica?.rev) return null
    const known = planned.get(me)
    const isKnown =
      known?.row.session === session &&
      known.row.pages === row.pages &&
      known.row.layout?.next === row.layout?.next &&
      known.replica?.rev === replica?.rev
    if (isKnown) return known
    const made = await planCommit(found, parts, services)
    if (made !== null && made !== 'broken') planned.set(me, made)
    return made
  }

  async function highestHead(me: OpenEmployee, stream: StreamId): Promise<SignedHead | null> {
    const pin = findPin(me.pins, stream)
    const shown = (await cache.run((database) => database.replicas.get(stream)))?.head ?? null
    const isCounted =
      shown !== null &&
      !isReset(shown.head, pin) &&
      (pin.head === null || isBelow(pin.head.head, shown.head)) &&
      (await isBelievedHead(me, shown, stream, tools))
    return isCounted ? shown : pin.head
  }

  return {
    async listReplicas() {
      const employee = unlocked.find()
      const rows = await cache.run((database) => database.replicas.toArray())
      const shown = await Promise.all(rows.map((row) => isShownToHer(row, employee, services)))
      return rows.filter((_, at) => shown[at]).map(replicaOf)
    },

    async listStagedStreams() {
      const employee = unlocked.find()
      const rows = await cache.run((database) => database.stagings.toArray())
      const found = await Promise.all(
        rows.map(async (row) => employee === null || findStagingKey(employee, row)),
      )
      return rows.filter((_, at) => found[at]).map(({ id }) => id)
    },

    async findReplica(stream) {
      const row = await findSoundRow(stream, services)
      return row && replicaOf(row)
    },

    async findStaging(stream) {
      const row = await cache.run((database) => database.stagings.get(stream))
      const me = unlocked.get()
      if (row === undefined || (await findStagingKey(me, row)) === null) return null
      const { session, kind, baseRev, base, seq, chain16, layout, newest = null } = row
      const isSigned = newest !== null && (await isBelievedHead(me, newest, stream, tools))
      const place = { base, at: { seq, chain16 }, layout, newest: isSigned ? newest : null }
      return { stream, session, kind, baseRev, ...place }
    },

    findHighestHead: (stream) => highestHead(unlocked.get(), stream),

    beginStaging: (staging, holders) => beginStaging(staging, holders, services),
    stageBuckets: (part) => stageBuckets(part, parts, services),
    stagePage: (page) => stagePage(page, parts, services),

    async stagedRoot(staged) {
      const found = await findPlan(unlocked.get(), staged)
      if (found === null || found === 'broken') return found && brokenRoot
      const { count, root } = found.plan
      return { count, root }
    },

    async commitStaging({ stream, session, head }) {
      const me = unlocked.get()
      const { seq, chain16, count, root } = head.head
      const found = await findPlan(me, { stream, session, at: { seq, chain16 } })
      planned.delete(me)
      if (found === null || found === 'broken') return 'lost'
      if (found.plan.root !== root || found.plan.count !== count) return 'lost'
      if (!(await isBelievedHead(me, head, stream, tools))) return 'lost'
      // Another tab may have committed or pinned something newer since the head was requested.
      await joinStoredPins(me, outbox)
      const highest = await highestHead(me, stream)
      if (highest !== null && isBelow(head.head, highest.head)) return 'lost'
      parts.forget(me)
      return commitPlan(found, head, services)
    },

    async confirmHead(stream, rev, head) {
      const me = unlocked.get()
      if (!(await isBelievedHead(me, head, stream, tools))) return
      const isStored = await cache.run((database) =>
        database.transaction('rw', database.replicas, database.settings, async () => {
          const row = await database.replicas.get(stream)
          if (row?.rev !== rev || row.head.head.root !== head.head.root) return false
          if (isBelow(head.head, row.head.head)) return false
          await database.replicas.update(stream, { head })
          await raiseCacheVersion(database)
          return true
        }),
      )
      if (isStored) pinHead(me, stream, head)
    },

    async acceptReset(stream, named) {
      pinReset(unlocked.get(), stream, named)
    },

    async discardStaging(stream) {
      await cache.run((database) =>
        database.transaction('rw', streamTables(database), async () => {
          const shown = await database.replicas.get(stream)
          await forgetStaging(database, stream)
          await deleteGenerations(database.chunks, stream, shown?.gen ?? null)
        }),
      )
    },

    shareKeys: (held) => shareKeys(held, services),
    savePins: () => savePins(unlocked.get(), outbox),
  }
}

function replicaOf({ id, rev, gen, head }: ReplicaRow): Replica {
  return { stream: id, rev, generation: gen, head }
}
