import { sql } from 'kysely'
import type { DeviceRequestId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { lockName } from '../database/lock-name.ts'
import type { EnrolledKeys } from './enrolled-keys.ts'

const waitingHours = 24
const maxWaiting = 3

export type WaitingRequest = { id: DeviceRequestId; requestedAt: Instant }

export type AskedApproval = { newRequestId: DeviceRequestId; label: string; now: Instant }

/** A request that was made at this moment or before has fallen away, decided or not. */
export function fallenAwayAt(now: Instant): Instant {
  return plusMinutes(now, -waitingHours * 60)
}

/** What a request is bound to, in one order: an approval of these keys is none of any others. */
function boundKeys({ keys }: EnrolledKeys): string[] {
  return keys.map(({ purpose, keyId }) => `${purpose}:${keyId}`).toSorted()
}

/**
 * Finds what a leader has said of exactly these keys of this employee on this device, and uses up an
 * approval; null when nobody was asked, or the answer was used or has fallen away.
 */
export async function takeApproval(
  transaction: DatabaseTransaction,
  asked: EnrolledKeys,
  now: Instant,
): Promise<
  | { kind: 'mayEnrol' }
  | { kind: 'awaitingApproval'; waiting: WaitingRequest }
  | { kind: 'deviceRejected' }
  | null
> {
  const request = await transaction
    .selectFrom('deviceRequest')
    .select(['requestId', 'requestedAt', 'decision'])
    .where('employeeId', '=', asked.employeeId)
    .where('deviceId', '=', asked.deviceId)
    .where('keys', '=', sql<string[]>`${boundKeys(asked)}::text[]`)
    .where('requestedAt', '>', fallenAwayAt(now))
    .where('usedAt', 'is', null)
    .orderBy('requestedAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (request === undefined) return null
  const { requestId, requestedAt, decision } = request
  switch (decision) {
    case null:
      return { kind: 'awaitingApproval', waiting: { id: requestId, requestedAt } }
    case 'rejected':
      return { kind: 'deviceRejected' }
    case 'approved':
      await transaction
        .updateTable('deviceRequest')
        .set({ usedAt: now })
        .where('requestId', '=', requestId)
        .execute()
      return { kind: 'mayEnrol' }
  }
}

/** Stores the request. It takes the place of one that waits from the same employee on the same device. */
export async function requestApproval(
  transaction: DatabaseTransaction,
  asked: EnrolledKeys,
  { newRequestId, label, now }: AskedApproval,
): Promise<{ kind: 'awaitingApproval'; waiting: WaitingRequest } | { kind: 'tooManyDevices' }> {
  const { municipality, deviceId, employeeId } = asked
  // One at a time for each employee: requests that come together would each count without the other.
  await lockName(transaction, `device requests ${municipality} ${employeeId}`)
  await transaction
    .deleteFrom('deviceRequest')
    .where('decision', 'is', null)
    .where((request) =>
      request.or([
        request('requestedAt', '<=', fallenAwayAt(now)),
        request.and({ employeeId, deviceId }),
      ]),
    )
    .execute()
  const waiting = await transaction
    .selectFrom('deviceRequest')
    .select('requestId')
    .where('employeeId', '=', employeeId)
    .where('decision', 'is', null)
    .execute()
  if (waiting.length >= maxWaiting) return { kind: 'tooManyDevices' }
  await transaction
    .insertInto('deviceRequest')
    .values({
      municipalityId: municipality,
      requestId: newRequestId,
      deviceId,
      employeeId,
      keys: boundKeys(asked),
      label,
      requestedAt: now,
      decision: null,
      decidedBy: null,
      decidedAt: null,
      usedAt: null,
    })
    .execute()
  return { kind: 'awaitingApproval', waiting: { id: newRequestId, requestedAt: now } }
}
