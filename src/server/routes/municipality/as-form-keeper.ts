import type { FastifyRequest } from 'fastify'
import type { World } from '#domain/base/world.ts'
import type { SignedIn } from '../../accounts/session-repository.ts'
import { readSession } from '../../accounts/read-session.ts'
import { nodeHasher } from '../../base/node-hasher.ts'
import type { Sources } from '../../base/sources.ts'
import type { Database } from '../../database/database.ts'
import { systemScope, withTenant } from '../../database/with-tenant.ts'
import type { FormContext } from '../../forms/form-context.ts'
import { postgresStreamStore } from '../../streams/postgres-stream-store.ts'
import type { StreamStore } from '../../streams/stream-store.ts'

export type FormServices = { db: Database; sources: Sources; world: World }

/** A change of the municipality's forms under a leader's name. Streams of the whole municipality are written by the server alone. */
export async function asFormKeeper<Value>(
  { db, sources, world }: FormServices,
  { accountId, scope: { municipality } }: SignedIn,
  change: (streams: StreamStore, context: FormContext) => Promise<Value>,
): Promise<Value> {
  const { employee } = await readSession(db, municipality, accountId)
  return await withTenant(db, await systemScope(db, municipality), (transaction) =>
    change(postgresStreamStore(transaction), {
      municipality,
      world,
      hasher: nodeHasher,
      now: sources.now(),
      by: employee.name,
    }),
  )
}

/** Who did what to which form. */
export function logForm(
  { log }: FastifyRequest,
  { accountId, scope: { municipality } }: SignedIn,
  fields: { form: string },
  what: string,
): void {
  log.info({ municipality, accountId, ...fields }, what)
}
