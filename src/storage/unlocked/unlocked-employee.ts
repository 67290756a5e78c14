import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { EmployeeSubkeys } from '../crypto/employee-key.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'

/** All keys and plaintexts that are open. It is reachable from the vault alone, and dropped whole. */
export type OpenEmployee = {
  employeeId: EmployeeId
  profile: EmployeeProfile
  keys: EmployeeSubkeys
  recipient: CryptoKeyPair
  author: { keyId: KeyId; key: CryptoKey }
  /** By stream and generation. */
  streamKeys: Map<string, CryptoKey>
}

/** A caller that does not show `locked` itself asked for what only an unlocked vault has. */
export class VaultLockedError extends Error {
  override readonly name = 'VaultLockedError'
}

export type UnlockedEmployee = {
  find(): OpenEmployee | null
  /** Throws `VaultLockedError`. */
  get(): OpenEmployee
  begin(employee: OpenEmployee): void
  end(): void
}

export function unlockedEmployee(): UnlockedEmployee {
  let current: OpenEmployee | null = null
  return {
    find: () => current,
    get() {
      if (current === null) throw new VaultLockedError('The vault is locked.')
      return current
    },
    begin(employee) {
      current = employee
    },
    end() {
      current?.streamKeys.clear()
      current = null
    },
  }
}
