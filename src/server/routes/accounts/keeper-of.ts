import type { FastifyRequest } from 'fastify'
import type { SignedIn } from '../../accounts/session-repository.ts'
import type { KeepingFor } from '../../employees/keep-accounts.ts'

/** The employee who asks, as the one who keeps accounts. */
export function keeperOf({ accountId, role, zones, scope }: SignedIn): KeepingFor {
  return { municipality: scope.municipality, keeper: { id: accountId, role, zones } }
}

/** Who did what; the account itself, and what it was about, stand in the database's own log. */
export function logKept(
  { log }: FastifyRequest,
  { accountId, scope: { municipality } }: SignedIn,
  what: string,
): void {
  log.info({ municipality, accountId }, what)
}
