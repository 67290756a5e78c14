import type { DeviceId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'

/** Notes that a device was heard, also one that is locked or has nothing to send. */
export async function recordHeard(
  transaction: DatabaseTransaction,
  deviceId: DeviceId,
  at: Instant,
): Promise<void> {
  await transaction
    .updateTable('device')
    .set({ heardAt: at })
    .where('deviceId', '=', deviceId)
    .where((device) => device.or([device('heardAt', 'is', null), device('heardAt', '<', at)]))
    .execute()
}
