import type { Session } from '#contract/read-session.ts'
import { readSession } from '../accounts/read-session.ts'
import type { Database } from '../database/database.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

export function readSessionRoute({ db }: { db: Database }): SignedInHandler {
  return ({ signedIn: { accountId, scope } }): Promise<Session> =>
    readSession(db, scope.municipality, accountId)
}
