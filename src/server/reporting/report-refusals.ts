import type { FastifyInstance } from 'fastify'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { Sources } from '../base/sources.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'

const quietMilliseconds = 60_000
const maxQuiet = 1_000

/**
 * Writes down who was signed in and asked for what she may not have. Once a minute for each employee, so that an app that asks
 * again and again fills no log; after the answer, so that nobody waits for it.
 */
export function reportRefusals(
  server: FastifyInstance,
  { db, sources }: { db: Database; sources: Pick<Sources, 'now'> },
): void {
  const quiet = new Set<EmployeeId>()
  server.addHook('onResponse', async (request, reply) => {
    const { declared } = request.routeOptions.config
    if (reply.statusCode !== 403 || declared?.access.kind !== 'session') return
    const signedIn = await request.findSignedIn()
    if (signedIn === null || quiet.has(signedIn.accountId) || quiet.size >= maxQuiet) return
    const { accountId: employeeId, scope } = signedIn
    quiet.add(employeeId)
    setTimeout(() => quiet.delete(employeeId), quietMilliseconds).unref()
    const event = { kind: 'accessRefused', at: sources.now(), employeeId } as const
    await withTenant(db, scope, (transaction) =>
      recordSecurityEvent(transaction, scope.municipality, { ...event, address: request.ip }),
    )
  })
}
