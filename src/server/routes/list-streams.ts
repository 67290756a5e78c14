import { ListStreams, type ListStreamsAnswer } from '#contract/list-streams.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { type AccountAccess, listEmployees } from '../accounts/list-employees.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { requireProtocol } from '../http/sync-message.ts'
import { keysOfRecipients } from '../inbox/check-recipients.ts'
import { webSignatures } from '../inbox/web-signatures.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { listHeldStreams } from '../streams/list-held-streams.ts'

/** Answers which streams the employee has, and who else on the device has which, by credentials that the server signed. */
export function listStreamsRoute(services: {
  db: Database
  keys: KeyRing
  sources: Sources
  signatures: SignatureCheck
}): SignedInHandler {
  const { db, keys, sources } = services
  const signatures = webSignatures(() => keys.current().signed.keySet, services.signatures)
  return async ({ request, signedIn }): Promise<ListStreamsAnswer> => {
    const query = ListStreams.parse(requireProtocol(request))
    const { accountId, role, zones, scope } = signedIn
    if (accountId !== query.employee) throw new Refused('signInNeeded')
    const { municipality } = scope
    const checks = { signatures, hasher: nodeHasher, municipality }
    const keyIds = await keysOfRecipients(query, checks)
    const others = [...keyIds.keys()].filter((employee) => employee !== accountId)
    const { employees, written } = await readGround(db, municipality, others)
    const withKey = (one: AccountAccess) => ({ ...one, keyId: keyIds.get(one.employee) ?? null })
    const asking = withKey({ employee: accountId, role, zones })
    const held = listHeldStreams(asking, employees.map(withKey), { municipality, written })
    return { ...held, serverTime: sources.now() }
  }
}

/** Read as the server itself: the employee who asks sees neither her colleagues' zones nor the streams in them. */
async function readGround(db: Database, municipality: MunicipalityId, others: EmployeeId[]) {
  return await withTenant(db, await systemScope(db, municipality), async (transaction) => {
    const rows = await transaction.selectFrom('stream').select('streamId').execute()
    return {
      employees: await listEmployees(transaction, others),
      written: new Set(rows.map(({ streamId }) => streamId)),
    }
  })
}
