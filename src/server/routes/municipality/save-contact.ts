import { SaveContact, type SaveContactAnswer } from '#contract/contacts/save-contact.ts'
import type { World } from '#domain/base/world.ts'
import { Refused } from '../../base/refused.ts'
import { nodeHasher } from '../../base/node-hasher.ts'
import type { Sources } from '../../base/sources.ts'
import { saveContact } from '../../contacts/save-contact.ts'
import type { Database } from '../../database/database.ts'
import { systemScope, withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { postgresStreamStore } from '../../streams/postgres-stream-store.ts'

/** Saves a contact for a leader. Streams of the whole municipality are written by the server alone. */
export function saveContactRoute({
  db,
  sources,
  world,
}: {
  db: Database
  sources: Sources
  world: World
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<SaveContactAnswer> => {
    const message = SaveContact.parse(request.body)
    const { municipality } = signedIn.scope
    const saved = await withTenant(db, await systemScope(db, municipality), (transaction) =>
      saveContact(postgresStreamStore(transaction), message, {
        municipality,
        world,
        hasher: nodeHasher,
        now: sources.now(),
      }),
    )
    if (!saved.ok) throw new Refused(saved.refusal)
    return { contact: saved.value }
  }
}
