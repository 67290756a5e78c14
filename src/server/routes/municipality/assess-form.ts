import { AssessForm, type AssessFormAnswer } from '#contract/assess-form.ts'
import type { World } from '#domain/base/world.ts'
import { readSession } from '../../accounts/read-session.ts'
import { nodeHasher } from '../../base/node-hasher.ts'
import { Refused } from '../../base/refused.ts'
import type { Sources } from '../../base/sources.ts'
import type { Database } from '../../database/database.ts'
import { systemScope, withTenant } from '../../database/with-tenant.ts'
import { assessForm } from '../../forms/assess-form.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { postgresStreamStore } from '../../streams/postgres-stream-store.ts'

/** Takes a form into use for a leader, under the name of her account. */
export function assessFormRoute({
  db,
  sources,
  world,
}: {
  db: Database
  sources: Sources
  world: World
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<AssessFormAnswer> => {
    const message = AssessForm.parse(request.body)
    const { municipality } = signedIn.scope
    const { employee } = await readSession(db, municipality, signedIn.accountId)
    const saved = await withTenant(db, await systemScope(db, municipality), (transaction) =>
      assessForm(postgresStreamStore(transaction), message, {
        municipality,
        world,
        hasher: nodeHasher,
        now: sources.now(),
        by: employee.name,
      }),
    )
    if (!saved.ok) throw new Refused('notFound')
    return { form: saved.value }
  }
}
