import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import { openLog } from '#server/base/log.ts'
import type { Database } from '#server/database/database.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import type { Services } from '#server/services.ts'
import { openSystem } from '#server/system.ts'
import { asBenchOwner } from './as-bench-owner.ts'
import { type Benchmark, measurementOf, median, type Rounds } from './benchmark.ts'
import { type Running, whileProjecting } from './while-projecting.ts'
import { crowd, crowdGround, entriesOfPhones } from './projection-ground.ts'

const phones = 100
/** What is promised of the machine that the other figures are from. */
const entriesPerSecond = 500

export const projection: Benchmark = {
  name: 'projection',
  about:
    'what 100 phones brought home, until their colleagues can read it; the floor inserts the same rows plainly',
  patients: 5_000,
  async measure({ patients: entries, rounds }) {
    const dataDir = await mkdtemp(join(tmpdir(), 'beredt-bench-projection-'))
    const log = openLog('error', { write: (line) => void process.stderr.write(line) })
    const system = await openSystem({ dataDir, databaseUrl: null, databaseOwnerUrl: null }, log)
    try {
      const { services } = system
      const ground = await crowdGround(services, phones)
      const rows = await entriesOfPhones(ground, Math.ceil(entries / phones))
      const measured: Rounds = { ours: [], 'floor:plain-inserts': [] }
      for (let round = 0; round < rounds; round++) {
        await asBenchOwner(dataDir, emptied)
        await receive(services, rows)
        measured['ours']?.push(await projectAll(services))
        measured['floor:plain-inserts']?.push(
          await asBenchOwner(dataDir, (owner) => insertPlainly(owner, rows.flat())),
        )
      }
      const count = rows.flat().length
      const rate = Math.round((count * 1_000) / median(measured['ours'] ?? []))
      const what = `${count} entries of ${phones} phones, all projected: ${rate} a second`
      const budget = { milliseconds: (count * 1_000) / entriesPerSecond }
      return [measurementOf('projection', what, measured, budget)]
    } finally {
      await system.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

async function receive({ db }: Services, phones: readonly InboxEntry[][]): Promise<void> {
  const scope = await systemScope(db, crowd)
  for (const entries of phones) {
    await withTenant(db, scope, (transaction) =>
      postgresInboxStore(transaction, crowd).insertEntries(entries),
    )
  }
}

/** Milliseconds until the server itself finds that nothing waits. */
async function projectAll(services: Services): Promise<number> {
  const { db } = services
  const begun = performance.now()
  const drained = new EventEmitter()
  const work = async ({ wake, faults }: Running) => {
    const done = once(drained, 'drained')
    wake()
    await done
    return faults
  }
  const faults = await whileProjecting(services, crowd, work, () => drained.emit('drained'))
  const milliseconds = performance.now() - begun
  const scope = await systemScope(db, crowd)
  const left = await withTenant(db, scope, (transaction) =>
    transaction
      .selectFrom('inbox')
      .select(['projected', 'noticeReason'])
      .where('projected', '<>', 'applied')
      .execute(),
  )
  if (faults.length + left.length > 0) {
    throw new Error(`${faults.length} faults, and ${left.length} entries have no effect`, {
      cause: faults[0] ?? left[0],
    })
  }
  return milliseconds
}

async function emptied(owner: Database): Promise<void> {
  await sql`delete from access_log`.execute(owner)
  await sql`delete from inbox`.execute(owner)
  for (const table of ['stream_doc', 'stream_commit', 'stream']) {
    await sql`delete from ${sql.table(table)} where stream_id like '%/journal'`.execute(owner)
  }
  await sql`vacuum analyze`.execute(owner)
}

/** One statement for each row, and fifty to a transaction: what no order, no rights and no signed list cost. */
async function insertPlainly(owner: Database, rows: readonly InboxEntry[]): Promise<number> {
  await sql`create table plain_entry (entry_id uuid primary key, entry json not null)`.execute(
    owner,
  )
  const begun = performance.now()
  for (let from = 0; from < rows.length; from += 50) {
    await owner.transaction().execute(async (transaction) => {
      for (const { entryId, entry } of rows.slice(from, from + 50)) {
        await sql`insert into plain_entry values (${entryId}, ${canonicalJson(entry)})`.execute(
          transaction,
        )
      }
    })
  }
  const milliseconds = performance.now() - begun
  await sql`drop table plain_entry`.execute(owner)
  return milliseconds
}
