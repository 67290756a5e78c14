import { ZoneId, type DeviceId, type EmployeeId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'
import type { AuthorRights, Closing } from '#domain/entries/author-rights.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { AuthorStore } from './author-store.ts'

type ClosedRow = { closedAt: Instant | null; closedForAbuseFrom: Instant | null }

export function postgresAuthorStore(transaction: DatabaseTransaction): AuthorStore {
  return {
    async findAuthor(employeeId, deviceId) {
      const account = await transaction
        .selectFrom('account')
        .select(['name', 'title', 'hprNumber', 'closedAt', 'closedForAbuseFrom', 'validTo'])
        .where('accountId', '=', employeeId)
        .executeTakeFirst()
      if (account === undefined) return null
      const { name, title, hprNumber } = account
      return {
        author: { employeeId, name, title, hprNumber },
        rights: {
          ...(await readHistory(transaction, employeeId)),
          // A stand-in's end is known before it comes, and closes nothing until then.
          accountClosed: closingOf({ ...account, closedAt: account.closedAt ?? account.validTo }),
          deviceClosed: await findDeviceClosing(transaction, deviceId),
        },
      }
    },
  }
}

async function readHistory(
  transaction: DatabaseTransaction,
  accountId: EmployeeId,
): Promise<Pick<AuthorRights, 'roles' | 'zones'>> {
  const rows = await transaction
    .selectFrom('accountRight')
    .select(['kind', 'name', 'heldFrom as from', 'heldTo as to'])
    .where('accountId', '=', accountId)
    .execute()
  return {
    roles: rows.flatMap(({ kind, name, from, to }) => {
      // A role that this build does not know gives nothing.
      const role = Role.safeParse(name)
      return kind === 'role' && role.success ? [{ role: role.data, from, to }] : []
    }),
    zones: rows.flatMap(({ kind, name, from, to }) =>
      kind === 'zone' ? [{ zone: ZoneId.parse(name), from, to }] : [],
    ),
  }
}

async function findDeviceClosing(
  transaction: DatabaseTransaction,
  deviceId: DeviceId,
): Promise<Closing | null> {
  const device = await transaction
    .selectFrom('device')
    .select(['closedAt', 'closedForAbuseFrom'])
    .where('deviceId', '=', deviceId)
    .executeTakeFirst()
  return device === undefined ? null : closingOf(device)
}

function closingOf({ closedAt, closedForAbuseFrom }: ClosedRow): Closing | null {
  return closedAt === null ? null : { at: closedAt, abuseFrom: closedForAbuseFrom }
}
