import { isIdTaken } from '#server/projection/note-writes.ts'
import type { Verdict } from '#domain/entries/author-rights.ts'
import { postgresAuthorStore } from '#server/accounts/postgres-author-store.ts'
import { postgresAlarmStore } from '#server/alarms/postgres-alarm-store.ts'
import { postgresReviewStore } from '#server/projection/postgres-review-store.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { openLog } from '#server/base/log.ts'
import type { Database, DatabaseTransaction } from '#server/database/database.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import type { InboxStore } from '#server/inbox/inbox-store.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import { usualContentLimits } from '#server/projection/content-limits.ts'
import { ProjectionFault, projectNext } from '#server/projection/project-entry.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { recordFault } from '#server/projection/record-fault.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import type { Services } from '#server/services.ts'
import { openSystem } from '#server/system.ts'
import { asBenchOwner } from './as-bench-owner.ts'
import { type Benchmark, measurementOf, type Rounds } from './benchmark.ts'
import { honestRow, poisonedRows, poisonGround, type PoisonGround } from './poison-entries.ts'
import { whileProjecting } from './while-projecting.ts'

type Claim = (transaction: DatabaseTransaction) => InboxStore['claimWaiting']

/** Before the note comes, the server has been busy with the poison for a while. */
const claimedBefore = 20
/** In milliseconds. */
const beforeNote = 300

export const poison: Benchmark = {
  name: 'poison',
  about: 'a note behind poisoned entries of another phone; beside none, and the order of arrival',
  patients: 1_000,
  async measure({ patients: entries, rounds }) {
    const dataDir = await mkdtemp(join(tmpdir(), 'beredt-bench-poison-'))
    const log = openLog('error', { write: (line) => void process.stderr.write(line) })
    const system = await openSystem({ dataDir, databaseUrl: null, databaseOwnerUrl: null }, log)
    try {
      const ground = await poisonGround(system.services)
      const rows = await poisonedRows(ground, entries)
      const measured: Rounds = { ours: [], 'floor:no-poison': [], 'order-of-arrival': [] }
      const served: Rounds = { ours: [], 'floor:no-poison': [] }
      for (let round = 0; round < rounds; round++) {
        served['ours']?.push(await servedDelay(dataDir, system.services, ground, rows))
        served['floor:no-poison']?.push(await servedDelay(dataDir, system.services, ground, []))
        measured['ours']?.push(await delayOf(dataDir, ground, rows, null))
        measured['floor:no-poison']?.push(await delayOf(dataDir, ground, [], null))
        measured['order-of-arrival']?.push(await delayOf(dataDir, ground, rows, arrivalOrder))
      }
      const what = `${entries} poisoned entries of one phone wait; from the note’s arrival to its effect`
      const budget = { milliseconds: 1_000, quickerThan: ['order-of-arrival'] }
      const among = `${what}, while the server projects them fifty at a time`
      return [
        measurementOf('poison', what, measured, budget),
        measurementOf('poison:served', among, served, { milliseconds: 1_000 }),
      ]
    } finally {
      await system.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

/** Milliseconds from the arrival of an honest note to its effect. */
async function delayOf(
  dataDir: string,
  ground: PoisonGround,
  poisoned: readonly InboxEntry[],
  claimOf: Claim | null,
): Promise<number> {
  await asBenchOwner(dataDir, emptyInbox)
  await receive(ground, poisoned)
  const claimed = Math.min(claimedBefore, poisoned.length)
  for (let claims = 0; claims < claimed; claims++) await projectOne(ground, claimOf)
  const note = await honestRow(ground)
  const begun = performance.now()
  await receive(ground, [note])
  while (!(await isApplied(ground, note))) await projectOne(ground, claimOf)
  return performance.now() - begun
}

/** The same while the server itself is in the middle of the poison. */
async function servedDelay(
  dataDir: string,
  services: Services,
  ground: PoisonGround,
  poisoned: readonly InboxEntry[],
): Promise<number> {
  const { scope } = ground
  await asBenchOwner(dataDir, emptyInbox)
  await receive(ground, poisoned)
  const note = await honestRow(ground)
  return await whileProjecting(services, scope.municipality, async ({ wake }) => {
    wake()
    await setTimeout(beforeNote)
    const begun = performance.now()
    await receive(ground, [note])
    wake()
    while (!(await isApplied(ground, note))) await setTimeout(5)
    return performance.now() - begun
  })
}

async function receive({ db, scope }: PoisonGround, rows: readonly InboxEntry[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) {
    await withTenant(db, scope, (transaction) =>
      postgresInboxStore(transaction, scope.municipality).insertEntries(rows.slice(at, at + 100)),
    )
  }
}

async function projectOne(
  { db, scope, keys, now }: PoisonGround,
  claimOf: Claim | null,
): Promise<void> {
  const ports = {
    seals: sealOpener(() => keys.sealing),
    hasher: nodeHasher,
    contentLimits: usualContentLimits,
    zones: new Set(scope.zones),
    wordResponse: wordedResponse,
    judge: (): Verdict => ({ kind: 'effect', marks: [] }),
    isIdTaken,
    said: saidOfItself,
  }
  try {
    await withTenant(db, scope, (transaction) => {
      const fair = postgresInboxStore(transaction, scope.municipality)
      const inbox = { ...fair, claimWaiting: claimOf?.(transaction) ?? fair.claimWaiting }
      const streams = postgresStreamStore(transaction)
      const authors = postgresAuthorStore(transaction)
      const reviews = postgresReviewStore(transaction, scope.municipality)
      const { store: alarms } = postgresAlarmStore(transaction, scope.municipality)
      const stores = { inbox, streams, authors, reviews, alarms }
      return projectNext(stores, ports, now, new Set())
    })
  } catch (fault) {
    if (!(fault instanceof ProjectionFault)) throw fault
    await withTenant(db, scope, (transaction) =>
      recordFault(postgresInboxStore(transaction, scope.municipality), fault.row, 'counted', now),
    )
  }
}

/** As the entries came, whoever sent them. */
const arrivalOrder: Claim = (transaction) => async () => {
  const first = await transaction
    .selectFrom('inbox')
    .selectAll()
    .where('status', '=', 'stored')
    .where('projected', '=', 'waiting')
    .where('dueAt', 'is', null)
    .orderBy('receivedAt')
    .orderBy('n')
    .limit(1)
    .executeTakeFirst()
  return first ?? null
}

async function isApplied({ db, scope }: PoisonGround, { entryId }: InboxEntry): Promise<boolean> {
  const row = await withTenant(db, scope, (transaction) =>
    transaction
      .selectFrom('inbox')
      .select('projected')
      .where('entryId', '=', entryId)
      .executeTakeFirst(),
  )
  return row?.projected === 'applied'
}

async function emptyInbox(db: Database): Promise<void> {
  await db.deleteFrom('inbox').execute()
  await db.deleteFrom('accessLog').execute()
}
