import { ListStreams, type ListStreamsAnswer } from '#contract/list-streams.ts'
import type { DeviceId, EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { isAnyDeviceClosed } from '../accounts/close-account.ts'
import { type AccountAccess, listEmployees } from '../accounts/list-employees.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import { findCannotStore } from '../database/cannot-store.ts'
import type { Database } from '../database/database.ts'
import { systemScope, type TenantScope, withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { requireProtocol } from '../http/sync-message.ts'
import { keysOfRecipients } from '../inbox/check-recipients.ts'
import { openComingNotes } from '../inbox/coming-notes.ts'
import type { OwedContacts } from '../inbox/owed-contacts.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { webSignatures } from '../inbox/web-signatures.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { listHeldStreams } from '../streams/list-held-streams.ts'

/** Answers which streams the employee has, and who else on the device has which, by credentials that the server signed. */
export function listStreamsRoute(
  services: {
    db: Database
    world: World
    keys: KeyRing
    sources: Sources
    signatures: SignatureCheck
  },
  owedContacts: OwedContacts,
): SignedInHandler {
  const comingTo = openComingNotes(services)
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
    const serverTime = sources.now()
    const { deviceId, formerDeviceIds } = query
    const asked = { municipality, deviceId, formerDeviceIds, asking: accountId, others }
    const whole = { db, scope: await systemScope(db, municipality) }
    await recordContacts(whole, asked, serverTime, owedContacts)
    const { isClosed, employees, written } = await readGround(whole, asked)
    // Nobody has anything on a closed device, not even a key of her own: it loses what it has.
    if (isClosed) return { streams: [], colleagues: [], serverTime }
    const withKey = (one: AccountAccess) => ({ ...one, keyId: keyIds.get(one.employee) ?? null })
    const asking = withKey({ employee: accountId, role, zones })
    const held = listHeldStreams(asking, employees.map(withKey), { municipality, written })
    const reader = { employee: accountId, role, zones }
    return { ...held, serverTime, coming: await comingTo(reader, municipality, serverTime) }
  }
}

type Asked = {
  municipality: MunicipalityId
  deviceId: DeviceId
  formerDeviceIds: readonly DeviceId[]
  asking: EmployeeId
  /** Her colleagues on the device, by credentials that the server signed. */
  others: readonly EmployeeId[]
}

/** The municipality as the server itself sees it. */
type Whole = { db: Database; scope: TenantScope }

/** The device pushed before it asks: what is written from here on may know of what each of them has lost before. */
async function recordContacts(
  { db, scope }: Whole,
  { municipality, deviceId, asking, others }: Asked,
  at: Instant,
  owedContacts: OwedContacts,
): Promise<void> {
  const employees = [asking, ...others].toSorted()
  try {
    await withTenant(db, scope, async (transaction) => {
      const inbox = postgresInboxStore(transaction, municipality)
      for (const employeeId of employees) await inbox.recordContact({ deviceId, employeeId, at })
    })
  } catch (error) {
    if (findCannotStore(error) === null) throw error
    // Phones fetch what others wrote although nothing can be stored.
    owedContacts.owe({ municipality, deviceId }, employees, at)
  }
}

/** Read as the server itself: the employee who asks sees neither her colleagues' zones nor the streams in them. */
async function readGround({ db, scope }: Whole, { deviceId, formerDeviceIds, others }: Asked) {
  return await withTenant(db, scope, async (transaction) => {
    const rows = await transaction.selectFrom('stream').select('streamId').execute()
    return {
      isClosed: await isAnyDeviceClosed(transaction, [deviceId, ...formerDeviceIds]),
      employees: await listEmployees(transaction, others),
      written: new Set(rows.map(({ streamId }) => streamId)),
    }
  })
}
