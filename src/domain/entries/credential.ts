import * as z from 'zod/mini'
import { Base64Url } from '../base/base64url.ts'
import { DeviceId, EmployeeId, KeyId, MunicipalityId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'

/** A P-256 public key as JSON Web Key. */
export const PublicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Base64Url,
  y: Base64Url,
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
  signature: Base64Url,
})
export type Credential = z.infer<typeof Credential>
