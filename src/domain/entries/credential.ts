import * as z from 'zod/mini'
import { Base64Url, base64UrlLength } from '../base/base64url.ts'
import { DeviceId, EmployeeId, KeyId, MunicipalityId } from '../base/ids.ts'
import { Instant, minutesBetween } from '../time/instant.ts'

/** ES256: two numbers of 32 bytes. */
export const Signature = Base64Url.check(z.maxLength(base64UrlLength(64)))

const Coordinate = Base64Url.check(z.maxLength(base64UrlLength(32)))

/** A P-256 public key as JSON Web Key. */
export const PublicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
})
export type PublicKey = z.infer<typeof PublicKey>

/** What every credential says. One serves both worlds. */
const about = {
  v: z.literal(1),
  municipality: MunicipalityId,
  world: z.literal('*'),
  /** Thumbprint of the server's key that signed it. */
  kid: KeyId,
  deviceId: DeviceId,
  /** Thumbprint of `publicKey`. */
  keyId: KeyId,
  publicKey: PublicKey,
  issuedAt: Instant,
}

/** What a credential of the server says. It is sent with every push, so that a restored server knows its devices. */
export const CredentialSubject = z.discriminatedUnion('kind', [
  /** An entry that arrives after `expiresAt` is stored, but has no effect before a person has decided. */
  z.object({ kind: z.literal('device'), ...about, expiresAt: Instant }),
  z.object({
    kind: z.literal('author'),
    ...about,
    employeeId: EmployeeId,
    expiresAt: Instant,
  }),
  /** Stream keys are sealed to it, on this device only. It does not expire, because reading never does. */
  z.object({ kind: z.literal('recipient'), ...about, employeeId: EmployeeId }),
])
export type CredentialSubject = z.infer<typeof CredentialSubject>

/** A subject with the server's ES256 signature over its canonical JSON. */
export const Credential = z.object({ subject: CredentialSubject, signature: Signature })
export type Credential = z.infer<typeof Credential>

/** The subject before the server puts its name under it. */
export type UnsignedSubject = CredentialSubject extends infer Subject
  ? Subject extends { kid: KeyId }
    ? Omit<Subject, 'kid' | 'v' | 'world'>
    : never
  : never

/** How long after its issue a credential gives entries their effect. */
export const credentialDays = 90
const renewedAfterDays = 14

/** True when a device in contact with the server should ask for a new credential. */
export function isRenewalDue({ issuedAt }: { issuedAt: Instant }, now: Instant): boolean {
  return minutesBetween(issuedAt, now) > renewedAfterDays * 24 * 60
}
