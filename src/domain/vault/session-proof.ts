import type { Base64Url } from '../base/base64url.ts'
import type { Credential } from '../entries/credential.ts'

/** Who has unlocked which device, as the server vouched for it. */
export type SessionCredentials = { device: Credential; author: Credential }

/** With the server's nonce, signed by both keys (`domain/trust/session-proof.ts`). */
export type SessionProof = SessionCredentials & {
  nonce: string
  deviceSignature: Base64Url
  authorSignature: Base64Url
}

/** By what an employee who has unlocked the device goes on with a session that has ended in this browser. */
export interface SessionKeys {
  /** Null while locked, and for keys that the server has not vouched for. */
  findCredentials(): Promise<SessionCredentials | null>
  prove(nonce: string): Promise<SessionProof | null>
}
