import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'

/** Stores the server's profile of the employee: her zones and role may have changed since she enrolled. */
export async function updateProfile(
  received: EmployeeProfile,
  { before, vault }: { before: EmployeeProfile; vault: Pick<VaultAccess, 'saveProfile'> },
): Promise<void> {
  if (canonicalJson(received) !== canonicalJson(before)) await vault.saveProfile(received)
}
