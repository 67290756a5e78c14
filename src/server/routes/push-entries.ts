import { PushEntries, type PushEntriesAnswer } from '#contract/push-entries.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import { recordClosedContacts } from '../accounts/closed-contacts.ts'
import { checkPush } from '../inbox/check-push.ts'
import { listClosedHere } from '../inbox/closed-here.ts'
import { openPushRate, usualRate } from '../inbox/push-rate.ts'
import type { OwedContacts } from '../inbox/owed-contacts.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { recordHeard } from '../inbox/record-heard.ts'
import { takeEntries } from '../inbox/take-entries.ts'
import { webSignatures } from '../inbox/web-signatures.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Projection } from '../projection/run-projection.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { OpenHandler } from '../http/serve-routes.ts'
import { reportingQuarantine } from '../reporting/report-quarantine.ts'
import { requireProtocol } from '../http/sync-message.ts'

/**
 * Receives sealed entries from one device, which needs no session: its signature is enough. Safe to
 * repeat: an entry that was received before gets its first receipt again.
 */
export function pushEntriesRoute(
  services: { db: Database; keys: KeyRing; sources: Sources; signatures: SignatureCheck },
  projection: Projection,
  owedContacts: OwedContacts,
): OpenHandler {
  const { db, keys, sources } = services
  const signatures = webSignatures(() => keys.current().signed.keySet, services.signatures)
  const rate = openPushRate(usualRate, sources.now)
  return async ({ request }): Promise<PushEntriesAnswer> => {
    const push = PushEntries.parse(requireProtocol(request))
    const municipality = await request.getMunicipality()
    const checks = { signatures, hasher: nodeHasher, municipality, rate }
    const checked = await checkPush(push, checks)
    if (!checked.ok) {
      const { kind, ...more } = checked.refusal
      throw new Refused(kind, more)
    }
    const scope = { municipality, zones: [], account: null, role: null }
    const { deviceId } = push.device.subject
    const { answer, paid } = await withTenant(db, scope, async (transaction) => {
      const at = sources.now()
      const place = { municipality, now: at }
      const store = postgresInboxStore(transaction, municipality)
      const inbox = reportingQuarantine(store, transaction, place)
      const paid = await owedContacts.pay(store, { municipality, deviceId })
      const answer = await takeEntries(inbox, push, checked.value, at)
      const authors = checked.value.flatMap(({ author }) => author?.employeeId ?? [])
      await recordHeard(transaction, deviceId, at)
      await recordClosedContacts(transaction, { municipality, deviceId, authors, at })
      const closed = await listClosedHere(transaction, deviceId, at)
      return { answer: closed.length === 0 ? answer : { ...answer, closed }, paid }
    })
    paid()
    projection.wake(municipality)
    return answer
  }
}
