import { DeviceId, type MunicipalityId } from '#domain/base/ids.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { VaultStatus } from '#domain/vault/vault-status.ts'

/** A phone on which one employee is enrolled, who has unlocked it. */
export function aVaultStatus(
  { author: { employeeId, name } }: EmployeeProfile,
  municipality: MunicipalityId,
): VaultStatus {
  return {
    device: {
      deviceId: DeviceId.parse(crypto.randomUUID()),
      municipality,
      label: 'Jobbtelefon Nord 2 – 04',
    },
    employees: [
      {
        employeeId,
        name,
        triesLeft: 10,
        nextTryAt: null,
        erased: false,
        closedAt: null,
        drafts: 0,
        hasShortCode: true,
      },
    ],
    server: null,
    unlocked: employeeId,
    lastUnlocked: employeeId,
    streams: [],
    entries: {
      sealed: 0,
      acked: 0,
      durable: 0,
      held: 0,
      taken: 0,
      rejected: 0,
      conflict: 0,
      quarantined: 0,
    },
    storage: 'working',
    needsRenewal: false,
  }
}
