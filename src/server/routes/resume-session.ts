import {
  ResumeSession,
  type ResumeSessionAnswer,
  StartResuming,
  type StartResumingAnswer,
} from '#contract/resume-session.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { readSession } from '../accounts/read-session.ts'
import { resumeSession, startResuming } from '../accounts/resumed-sessions.ts'
import type { SessionRepository } from '../accounts/session-repository.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { AccountsDatabase, Database } from '../database/database.ts'
import { withAccounts, withTenant } from '../database/with-tenant.ts'
import { type SessionCookie, setSessionCookie } from '../http/request-session.ts'
import type { OpenHandler } from '../http/serve-routes.ts'
import { isProvenSession, keysOfSession, type SessionKeys } from '../inbox/check-session-proof.ts'
import { areInUse } from '../inbox/enrolled-keys.ts'
import { webSignatures } from '../inbox/web-signatures.ts'
import type { KeyRing } from '../keys/key-ring.ts'

type ResumptionServices = {
  db: Database
  accounts: AccountsDatabase
  keys: KeyRing
  sources: Sources
  signatures: SignatureCheck
  sessions: SessionRepository
}

/**
 * Answers a nonce for an employee who has unlocked a device on which she is enrolled. Whatever is wrong is answered
 * alike: she gives her password.
 */
export function startResumingRoute(services: ResumptionServices): OpenHandler {
  return async ({ request }): Promise<StartResumingAnswer> => {
    const asked = StartResuming.parse(request.body)
    const municipality = await request.getMunicipality()
    const { employeeId } = await requireKeys(services, asked, municipality)
    const nonce = await withAccounts(services.accounts, municipality, (transaction) =>
      startResuming(transaction, employeeId, services.sources),
    )
    if (nonce === null) throw new Refused('signInNeeded')
    return { municipality, nonce }
  }
}

/** Starts a session by proof of both keys. It lasts no longer than the password that she last gave. */
export function resumeSessionRoute(
  services: ResumptionServices,
  cookie: SessionCookie,
): OpenHandler {
  const { db, accounts, sources, sessions } = services
  return async ({ request, reply }): Promise<ResumeSessionAnswer> => {
    const asked = ResumeSession.parse(request.body)
    const municipality = await request.getMunicipality()
    const keys = await requireKeys(services, asked, municipality)
    const isProven = await isProvenSession(asked, keys, checksOf(services))
    if (!isProven) throw new Refused('notAllowed')
    const { employeeId } = keys
    const { nonce } = asked
    const value = await withAccounts(accounts, municipality, (transaction) =>
      resumeSession(transaction, { municipality, employeeId, nonce }, sources),
    )
    if (value === null) throw new Refused('signInNeeded')
    const before = await request.findSignedIn()
    if (before !== null) await sessions.leave(municipality, before, employeeId)
    setSessionCookie(reply, cookie, value)
    return await readSession(db, municipality, employeeId)
  }
}

async function requireKeys(
  services: ResumptionServices,
  asked: StartResuming,
  municipality: MunicipalityId,
): Promise<SessionKeys> {
  const checks = { ...checksOf(services), municipality }
  const keys = await keysOfSession(asked, services.sources.now(), checks)
  if (keys === null) throw new Refused('signInNeeded')
  const isInUse = await withTenant(services.db, scopeOf(municipality), (transaction) =>
    areInUse(transaction, keys),
  )
  if (!isInUse) throw new Refused('signInNeeded')
  return keys
}

function checksOf({ keys, signatures }: Pick<ResumptionServices, 'keys' | 'signatures'>) {
  const known = webSignatures(() => keys.current().signed.keySet, signatures)
  return { signatures: known, hasher: nodeHasher }
}

function scopeOf(municipality: MunicipalityId) {
  return { municipality, zones: [], account: null, role: null }
}
