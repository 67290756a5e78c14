import type { MunicipalitySettings } from '#contract/municipality-settings.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'

export async function readMunicipalitySettings(
  transaction: DatabaseTransaction,
): Promise<MunicipalitySettings> {
  return await transaction
    .selectFrom('municipality')
    .select('approvesDevices')
    .executeTakeFirstOrThrow()
}

/** Saves the settings, and who turned the switch. Nothing is written when it stands as asked. */
export async function saveMunicipalitySettings(
  transaction: DatabaseTransaction,
  { approvesDevices }: MunicipalitySettings,
  by: { municipality: MunicipalityId; administrator: EmployeeId; now: Instant },
): Promise<void> {
  const changed = await transaction
    .updateTable('municipality')
    .set({ approvesDevices })
    .where('approvesDevices', '<>', approvesDevices)
    .returning('municipalityId')
    .execute()
  if (changed.length === 0) return
  await transaction
    .insertInto('approvalSwitch')
    .values({
      municipalityId: by.municipality,
      switchedAt: by.now,
      switchedBy: by.administrator,
      approvesDevices,
    })
    .execute()
  const event = { kind: 'settingsChanged', at: by.now } as const
  await recordSecurityEvent(transaction, by.municipality, event)
}
