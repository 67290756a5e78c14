import { sql } from 'kysely'
import { ZoneId, type DeviceId, type EmployeeId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'
import type { AuthorRights, Closing } from '#domain/entries/author-rights.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { AuthorStore, KnownAuthor } from './author-store.ts'

type ClosedRow = { closedAt: Instant | null; closedForAbuseFrom: Instant | null }

export function postgresAuthorStore(transaction: DatabaseTransaction): AuthorStore {
  return {
    async findAuthor(employeeId, deviceId) {
      const [found] = await findAuthors(transaction, [{ employeeId, deviceId }])
      return found ?? null
    },
  }
}

/** Finds several authors with as many queries as one; in their order, null for one without an account. */
async function findAuthors(
  transaction: DatabaseTransaction,
  wanted: readonly OnDevice[],
): Promise<(KnownAuthor | null)[]> {
  const employees = sql<EmployeeId>`any(${wanted.map(({ employeeId }) => employeeId)}::uuid[])`
  const devices = sql<DeviceId>`any(${wanted.map(({ deviceId }) => deviceId)}::uuid[])`
  const accounts = await transaction
    .selectFrom('account')
    .select([
      'accountId',
      'name',
      'title',
      'hprNumber',
      'closedAt',
      'closedForAbuseFrom',
      'validTo',
    ])
    .where('accountId', '=', employees)
    .execute()
  if (accounts.length === 0) return wanted.map(() => null)
  const rights = await transaction
    .selectFrom('accountRight')
    .select(['accountId', 'kind', 'name', 'heldFrom as from', 'heldTo as to'])
    .where('accountId', '=', employees)
    .execute()
  const closings = await transaction
    .selectFrom('device')
    .select(['deviceId', 'closedAt', 'closedForAbuseFrom'])
    .where('deviceId', '=', devices)
    .execute()
  const accountById = new Map(accounts.map((account) => [account.accountId, account]))
  const deviceById = new Map(closings.map((device) => [device.deviceId, device]))
  return wanted.map(({ employeeId, deviceId }) => {
    const account = accountById.get(employeeId)
    if (account === undefined) return null
    const { name, title, hprNumber } = account
    const device = deviceById.get(deviceId)
    return {
      author: { employeeId, name, title, hprNumber },
      rights: {
        ...historyOf(rights.filter(({ accountId }) => accountId === employeeId)),
        // A stand-in's end is known before it comes, and closes nothing until then.
        accountClosed: closingOf({ ...account, closedAt: account.closedAt ?? account.validTo }),
        deviceClosed: device === undefined ? null : closingOf(device),
      },
    }
  })
}

type HeldRight = { kind: 'role' | 'zone'; name: string; from: Instant; to: Instant | null }

function historyOf(rights: readonly HeldRight[]): Pick<AuthorRights, 'roles' | 'zones'> {
  return {
    roles: rights.flatMap(({ kind, name, from, to }) => {
      // A role that this build does not know gives nothing.
      const role = Role.safeParse(name)
      return kind === 'role' && role.success ? [{ role: role.data, from, to }] : []
    }),
    zones: rights.flatMap(({ kind, name, from, to }) =>
      kind === 'zone' ? [{ zone: ZoneId.parse(name), from, to }] : [],
    ),
  }
}

function closingOf({ closedAt, closedForAbuseFrom }: ClosedRow): Closing | null {
  return closedAt === null ? null : { at: closedAt, abuseFrom: closedForAbuseFrom }
}

type OnDevice = { employeeId: EmployeeId; deviceId: DeviceId }

/** Reads each author once, and those that are foreseen together. */
export function batchAuthors(transaction: DatabaseTransaction) {
  const found = new Map<string, KnownAuthor | null>()

  async function foresee(wanted: readonly OnDevice[]): Promise<void> {
    const missing = wanted.filter((one) => !found.has(keyOf(one)))
    if (missing.length === 0) return
    const authors = await findAuthors(transaction, missing)
    for (const [place, one] of missing.entries()) found.set(keyOf(one), authors[place] ?? null)
  }

  const store: AuthorStore = {
    async findAuthor(employeeId, deviceId) {
      const one = { employeeId, deviceId }
      await foresee([one])
      return found.get(keyOf(one)) ?? null
    },
  }
  return { store, foresee }
}

function keyOf({ employeeId, deviceId }: OnDevice): string {
  return `${employeeId} ${deviceId}`
}
