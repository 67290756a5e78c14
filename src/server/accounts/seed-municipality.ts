import type { NamedDocument } from '#domain/documents/document-of.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Stream } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Database } from '../database/database.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { writeAllStreams } from '../streams/write-all-streams.ts'
import { createAccount, type AccountServices, type NewAccount } from './create-account.ts'
import { createMunicipality, type NewMunicipality } from './create-municipality.ts'

/** A whole municipality that an empty database is filled with; its employees can sign in at once. */
export type Seed = NewMunicipality & {
  accounts: readonly NewAccount[]
  streamsAt(
    now: Instant,
    world: World,
  ): readonly { stream: Stream; documents: readonly NamedDocument[] }[]
}

/** Writes a seed to the database. Safe to repeat; accounts are last, so a missing one means it was interrupted. */
export async function seedMunicipality(
  making: AccountServices & { db: Database; world: World },
  seed: Seed,
): Promise<void> {
  const { db, accounts, sources, world } = making
  await createMunicipality(accounts, seed)
  const now = sources.now()
  await withTenant(db, await systemScope(db, seed.id), (transaction) =>
    writeAllStreams(postgresStreamStore(transaction), seed.streamsAt(now, world), {
      hasher: nodeHasher,
      now,
    }),
  )
  const known = await listUsernames(making, seed.id)
  for (const account of seed.accounts) {
    if (!known.has(account.username)) await createAccount(making, seed.id, account)
  }
}

/** Answers whether everything that `seedMunicipality` creates exists. */
export async function isSeedComplete(
  making: { db: Database },
  { id, accounts }: Seed,
): Promise<boolean> {
  const known = await listUsernames(making, id)
  return accounts.every(({ username }) => known.has(username))
}

async function listUsernames(
  { db }: { db: Database },
  municipality: MunicipalityId,
): Promise<Set<string>> {
  const scope = { municipality, zones: [], account: null, role: null }
  const rows = await withTenant(db, scope, (transaction) =>
    transaction.selectFrom('account').select('username').execute(),
  )
  return new Set(rows.map(({ username }) => username))
}
