import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { unwrapWithCode } from '../crypto/employee-key.ts'
import { lockWatch } from '../unlocked/lock-watch.ts'
import { isOlder } from '../unlocked/pins.ts'
import { serverOf } from './server-of.ts'
import { isOwnDevice } from './own-device.ts'
import { publicKeyOfHolder } from './recipients.ts'

/** What the vault believes by. Tests hand in weaker parts, to see that an attack succeeds without the right one. */
export type TrustParts = {
  signatures: SignatureCheck
  /** The key that a stream's key may be sealed to for a listed holder. */
  publicKeyOfHolder: typeof publicKeyOfHolder
  /** The server that an employee's entries are sealed to. */
  serverOf: typeof serverOf
  /** The device ids that a colleague's key may be vouched for on. */
  isOwnDevice: typeof isOwnDevice
  isOlder: typeof isOlder
  /** False skips the documents: then only their signed head is verified. */
  checksDocuments: boolean
  /** Opens an employee's key with her code, at the cost that its wrap asks for. */
  unwrap: typeof unwrapWithCode
  /** Drops the keys when another tab has locked. */
  lockWatch: typeof lockWatch
}

export const trustParts: TrustParts = {
  signatures: webSignatureCheck,
  publicKeyOfHolder,
  serverOf,
  isOwnDevice,
  isOlder,
  checksDocuments: true,
  unwrap: unwrapWithCode,
  lockWatch,
}
