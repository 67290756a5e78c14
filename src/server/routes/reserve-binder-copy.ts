import { ReserveBinderCopy, type ReserveBinderCopyAnswer } from '#contract/reserve-binder-copy.ts'
import { reserveBinderCopy } from '../binder/binder-copies.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

/** Numbers and logs a print-out, which the app then makes on the leader's own machine. */
export function reserveBinderCopyRoute({
  db,
  sources,
}: {
  db: Database
  sources: Sources
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<ReserveBinderCopyAnswer> => {
    const { scope, zones, accountId } = signedIn
    const reservation = ReserveBinderCopy.parse(request.body)
    if (!zones.includes(reservation.zone)) throw new Refused('notAllowed')
    const printedAt = sources.now()
    return await withTenant(db, scope, async (transaction) => {
      const { name } = await transaction
        .selectFrom('account')
        .select('name')
        .where('accountId', '=', accountId)
        .executeTakeFirstOrThrow()
      const printer = { scope, name, now: printedAt }
      const copy = await reserveBinderCopy(transaction, reservation, printer)
      if (copy === null) throw new Refused('notFound')
      request.log.info({ zone: reservation.zone, copy }, 'binder copy reserved')
      return { copy, printedBy: name, printedAt }
    })
  }
}
