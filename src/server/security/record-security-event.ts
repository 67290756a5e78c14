import { randomUUID } from 'node:crypto'
import type { DeviceId, EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { SecurityEventKind } from '#domain/trust/security-event.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { lockName } from '../database/lock-name.ts'

export type NewSecurityEvent = {
  kind: SecurityEventKind
  at: Instant
  /** Whom it is about. Who did it is the account of the transaction's scope. */
  employeeId?: EmployeeId | null
  deviceId?: DeviceId | null
  address?: string | null
  count?: number
}

/**
 * Adds to the log, in the transaction of what happened: both are there or neither. Call it last in the transaction, because
 * others wait here until it ends: so the turns of the log are in the order of the commits, and whoever reads on from a turn
 * misses none.
 */
export async function recordSecurityEvent(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
  { kind, at, employeeId = null, deviceId = null, address = null, count = 1 }: NewSecurityEvent,
): Promise<void> {
  await lockName(transaction, `security events ${municipalityId}`)
  await transaction
    .insertInto('securityEvent')
    .values({
      municipalityId,
      eventId: randomUUID(),
      kind,
      at,
      employeeId,
      deviceId,
      address,
      count,
    })
    .execute()
}
