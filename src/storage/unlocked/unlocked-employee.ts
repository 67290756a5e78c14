import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import type { EmployeeSubkeys } from '../crypto/employee-key.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { PinnedTrust } from './pinned-trust.ts'
import type { Pins } from './pins.ts'

/** All keys that are open. Only the vault can reach this object, and it drops the object as a whole. */
export type OpenEmployee = {
  employeeId: EmployeeId
  profile: EmployeeProfile
  keys: EmployeeSubkeys
  recipient: CryptoKeyPair
  /** The public half of `recipient`, computed from the private one. */
  publicKey: PublicKey
  author: { keyId: KeyId; key: CryptoKey }
  /** The server's keys that she believes. */
  trust: PinnedTrust
  pins: Pins
  /** By stream and generation. */
  streamKeys: Map<string, StreamKey>
  /** How often she had been locked on this device when she unlocked. */
  lockCount: number
}

/** A generation's key; the print is its SHA-256, by which it is known again. */
export type StreamKey = { key: CryptoKey; print: string }

/** Thrown when a caller that has no `locked` answer asks for something that needs an unlocked vault. */
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
