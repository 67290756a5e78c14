import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type SignedKeySet, isKeySetOf } from '#domain/trust/key-set.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { type OutboxDatabase, findServer } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { saveTrust } from './save-trust.ts'

type Services = {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
  tools: TrustTools
}

/**
 * The server's keys on this device: those that the unlocked employee has pinned, and while it is locked those of the
 * device's own row, which serve for receipts only.
 */
export function deviceTrust(services: Services): ServerTrust & {
  /** Null while locked. */
  isConfirmed(): boolean | null
} {
  const { outbox, unlocked, tools } = services
  return {
    async find() {
      const employee = unlocked.find()
      if (employee !== null) {
        const { municipality, signed } = employee.trust
        return { municipality, keySet: signed.keySet }
      }
      const row = await outbox.run(findServer)
      return row && { municipality: row.municipality, keySet: row.keySet.keySet }
    },

    async adopt(signed) {
      const employee = unlocked.find()
      const row = await outbox.run(findServer)
      const root = employee?.trust.root ?? row?.root
      if (root === undefined || !(await isKeySetOf(signed, root, tools))) return 'refused'
      const isNewer = isNewerThan(signed, employee?.trust.signed ?? row?.keySet ?? null)
      if (isNewer && employee !== null) await adoptAs(employee, signed, outbox)
      if (row?.root === root) await adoptForDevice(signed, outbox)
      return isNewer ? 'adopted' : 'unchanged'
    },

    isConfirmed: () => unlocked.find()?.trust.confirmed ?? null,
  }
}

/**
 * Compares an employee's pinned keys with the device's row, when she has unlocked: of one root the higher version
 * counts for both. Another root in the row changes nothing for her.
 */
export async function compareTrust(
  employee: OpenEmployee,
  { outbox, tools }: Omit<Services, 'unlocked'>,
): Promise<void> {
  const row = await outbox.run(findServer)
  if (row === null || row.root !== employee.trust.root) return
  if (canonicalJson(row.keySet) === canonicalJson(employee.trust.signed)) return
  const isTheirs = await isKeySetOf(row.keySet, employee.trust.root, tools)
  if (isTheirs && isNewerThan(row.keySet, employee.trust.signed)) {
    await adoptAs(employee, row.keySet, outbox)
  } else if (!isTheirs || isNewerThan(employee.trust.signed, row.keySet)) {
    const { municipality, root, signed } = employee.trust
    await outbox.run((database) =>
      database.settings.put({ id: 'server', municipality, root, keySet: signed }),
    )
  }
}

async function adoptAs(
  employee: OpenEmployee,
  signed: SignedKeySet,
  outbox: Supervisor<OutboxDatabase>,
): Promise<void> {
  await saveTrust(employee, { signed }, outbox)
  // A head that an older key set vouched for may be of a key that is revoked by now.
  employee.pins.heads.clear()
}

async function adoptForDevice(
  signed: SignedKeySet,
  outbox: Supervisor<OutboxDatabase>,
): Promise<void> {
  await outbox.run((database) =>
    database.transaction('rw', database.settings, async () => {
      const row = await findServer(database)
      if (row === null || !isNewerThan(signed, row.keySet)) return
      await database.settings.put({ ...row, keySet: signed })
    }),
  )
}

function isNewerThan(signed: SignedKeySet, other: SignedKeySet | null): boolean {
  return other === null || signed.keySet.version > other.keySet.version
}
