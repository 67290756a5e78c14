import type { Base64Url } from '../base/base64url.ts'
import { canonicalJson } from '../base/canonical-json.ts'
import type { Hasher } from '../base/hasher.ts'
import type { KeyId } from '../base/ids.ts'
import type { PublicKey } from '../entries/credential.ts'

/** Verifies signatures of P-256 keys: ES256, 64 bytes. It is passed in, because the domain has no platform functions. */
export interface SignatureCheck {
  isSignedBy(key: PublicKey, signature: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>
}

/** What verifying needs. */
export type TrustTools = { signatures: SignatureCheck; hasher: Hasher }

/** Signs with one of the server's keys. */
export interface StatementSigner {
  readonly keyId: KeyId
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Base64Url>
}

/** The bytes of a statement that are signed: its canonical JSON as UTF-8. */
export function statementBytes(statement: object, hasher: Hasher): Uint8Array<ArrayBuffer> {
  return hasher.utf8(canonicalJson(statement))
}
