import * as z from 'zod/mini'
import { Base64Url, base64UrlLength } from '../base/base64url.ts'
import { DeviceId, EmployeeId, KeyId, MunicipalityId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'

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

/** What a credential of the server says. It is sent with every push, so that a restored server knows its devices. */
export const CredentialSubject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('device'),
    municipality: MunicipalityId,
    deviceId: DeviceId,
    /** Thumbprint of `publicKey`. */
    keyId: KeyId,
    publicKey: PublicKey,
    issuedAt: Instant,
  }),
  z.object({
    kind: z.literal('author'),
    municipality: MunicipalityId,
    deviceId: DeviceId,
    employeeId: EmployeeId,
    keyId: KeyId,
    publicKey: PublicKey,
    issuedAt: Instant,
  }),
])
export type CredentialSubject = z.infer<typeof CredentialSubject>

/** A subject with the server's ES256 signature over its canonical JSON. */
export const Credential = z.object({
  subject: CredentialSubject,
  signedBy: KeyId,
  signature: Signature,
})
export type Credential = z.infer<typeof Credential>
