import { sql } from 'kysely'
import type { DeviceDecision, DeviceRequest } from '#contract/device-requests.ts'
import type { DeviceRequestId, EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { fallenAwayAt } from './device-requests.ts'

export type Leader = { id: EmployeeId; zones: readonly ZoneId[]; now: Instant }

/** Lists what waits for this leader, oldest first. */
export async function listDeviceRequests(
  transaction: DatabaseTransaction,
  leader: Leader,
): Promise<DeviceRequest[]> {
  const rows = await withinReach(transaction, leader)
    .innerJoin('account', 'account.accountId', 'deviceRequest.employeeId')
    .select(['requestId', 'employeeId', 'label', 'requestedAt', 'account.name', 'account.title'])
    .where('decision', 'is', null)
    .orderBy('requestedAt')
    .execute()
  const zones = await transaction
    .selectFrom('accountZone')
    .innerJoin('zone', 'zone.zoneId', 'accountZone.zoneId')
    .select(['accountZone.accountId', 'zone.name'])
    .orderBy('zone.name')
    .execute()
  return rows.map(({ requestId, employeeId, label, requestedAt, name, title }) => ({
    id: requestId,
    label,
    employee: { name, title },
    zones: zones.filter(({ accountId }) => accountId === employeeId).map((zone) => zone.name),
    requestedAt,
  }))
}

/** Writes down what the leader said. The same again is the same; anything else finds it decided. */
export async function decideDeviceRequest(
  transaction: DatabaseTransaction,
  { requestId, decision }: { requestId: DeviceRequestId; decision: DeviceDecision },
  leader: Leader,
): Promise<'decided' | 'decidedOtherwise' | 'notFound'> {
  const request = await withinReach(transaction, leader)
    .select(['decision', 'decidedBy'])
    .where('requestId', '=', requestId)
    .forUpdate('deviceRequest')
    .executeTakeFirst()
  if (request === undefined) return 'notFound'
  if (request.decision !== null) {
    const isSame = request.decision === decision && request.decidedBy === leader.id
    return isSame ? 'decided' : 'decidedOtherwise'
  }
  await transaction
    .updateTable('deviceRequest')
    .set({ decision, decidedBy: leader.id, decidedAt: leader.now })
    .where('requestId', '=', requestId)
    .execute()
  return 'decided'
}

/** The requests that a leader may see and decide: of others than herself, who share a zone with her. */
function withinReach(transaction: DatabaseTransaction, { id, zones, now }: Leader) {
  return transaction
    .selectFrom('deviceRequest')
    .where('deviceRequest.employeeId', '<>', id)
    .where('requestedAt', '>', fallenAwayAt(now))
    .where((request) =>
      request.exists(
        request
          .selectFrom('accountZone')
          .select('accountZone.zoneId')
          .whereRef('accountZone.accountId', '=', 'deviceRequest.employeeId')
          .where('accountZone.zoneId', '=', sql<ZoneId>`any(${[...zones]}::text[])`),
      ),
    )
}
