import type { Instant } from '#domain/time/instant.ts'
import type { SecurityEventKind } from '#domain/trust/security-event.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'

/** Writes down what concerns the whole server, in the log of each municipality on it. */
export async function recordForAll(
  db: Database,
  kind: SecurityEventKind,
  at: Instant,
): Promise<void> {
  for (const municipality of await listMunicipalities(db)) {
    const scope = { municipality, zones: [], account: null, role: null }
    await withTenant(db, scope, (transaction) =>
      recordSecurityEvent(transaction, municipality, { kind, at }),
    )
  }
}
