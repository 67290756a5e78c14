import type { FastifyInstance } from 'fastify'
import {
  binderCopiesPath,
  ReserveBinderCopy,
  type ReserveBinderCopyAnswer,
} from '#contract/reserve-binder-copy.ts'
import { reserveBinderCopy } from '../binder/binder-copies.ts'
import { withTenant } from '../database/with-tenant.ts'
import { Refused } from '../base/refused.ts'
import { requireSession } from '../http/request-session.ts'
import type { Services } from '../services.ts'

/** Numbers and logs a print-out that the app then makes on the leader's own machine. */
export function reserveBinderCopyRoute(server: FastifyInstance, { db, sources }: Services): void {
  server.post(binderCopiesPath, async (request): Promise<ReserveBinderCopyAnswer> => {
    const { scope, zones, accountId } = await requireSession(
      request,
      'shiftLead',
      'sectionLeader',
      'hdu',
    )
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
  })
}
