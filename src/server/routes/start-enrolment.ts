import type { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { enrolmentNonces } from '../accounts/enrolment-nonces.ts'
import type { Sources } from '../base/sources.ts'
import type { AccountsDatabase } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import type { KeyRing } from '../keys/key-ring.ts'

/** Begins an enrolment: its keys must sign the nonce, which is valid once, in this session. */
export function startEnrolmentRoute({
  accounts,
  keys,
  sources,
}: {
  accounts: AccountsDatabase
  keys: KeyRing
  sources: Sources
}): SignedInHandler {
  return async ({ signedIn: { sessionId, scope } }): Promise<StartEnrolmentAnswer> => {
    const nonce = await withAccounts(accounts, scope, (transaction) =>
      enrolmentNonces(transaction, sources).issue(sessionId),
    )
    return { municipality: scope.municipality, nonce, keySet: keys.current().signed }
  }
}
