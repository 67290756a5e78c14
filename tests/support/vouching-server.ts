import { base64UrlFromBytes, bytesFromBase64Url, Base64Url } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import {
  type Credential,
  credentialDays,
  PublicKey,
  type UnsignedSubject,
} from '#domain/entries/credential.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { CredentialCheck } from '#server/inbox/check-push.ts'
import type { EnrolmentAnswer, EnrolmentRequest } from '#domain/vault/enrolment.ts'

const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
const curve = { name: 'ECDSA', namedCurve: 'P-256' }

/** The server's keys in a browser: it signs credentials for every request, and checks signatures. */
export async function vouchingServer(hasher: Hasher, municipality: MunicipalityId, at: Instant) {
  const sealing = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ])
  const signing = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
  const publicSealing = await publicKeyOf(sealing)
  const publicSigning = await publicKeyOf(signing)
  const serverKeyId = await keyIdOf(publicSigning, hasher)

  async function vouch(unsigned: UnsignedSubject): Promise<Credential> {
    const subject = { ...unsigned, v: 1, world: '*', kid: serverKeyId } as const
    const bytes = hasher.utf8(canonicalJson(subject))
    const signature = await crypto.subtle.sign(algorithm, signing.privateKey, bytes)
    return { subject, signature: base64UrlFromBytes(new Uint8Array(signature)) }
  }

  const signatures: CredentialCheck = {
    async isSignedBy(key, signature, bytes) {
      const imported = await crypto.subtle.importKey('jwk', key, curve, false, ['verify'])
      const signed = bytesFromBase64Url(Base64Url.parse(signature))
      return crypto.subtle.verify(algorithm, imported, signed, bytes)
    },
    findServerKey: (keyId) => Promise.resolve(keyId === serverKeyId ? publicSigning : null),
  }

  return {
    signatures,
    async answer(request: EnrolmentRequest, employeeId: EmployeeId): Promise<EnrolmentAnswer> {
      const { deviceId, devicePublicKey, authorPublicKey } = request
      const shared = {
        municipality,
        deviceId,
        issuedAt: at,
        expiresAt: plusMinutes(at, credentialDays * 24 * 60),
      }
      const device = {
        kind: 'device',
        ...shared,
        keyId: await keyIdOf(devicePublicKey, hasher),
        publicKey: devicePublicKey,
      } as const
      const author = {
        kind: 'author',
        ...shared,
        employeeId,
        keyId: await keyIdOf(authorPublicKey, hasher),
        publicKey: authorPublicKey,
      } as const
      return {
        municipality,
        device: await vouch(device),
        author: await vouch(author),
        sealTo: { keyId: await keyIdOf(publicSealing, hasher), publicKey: publicSealing },
      }
    },
  }
}

async function publicKeyOf({ publicKey }: CryptoKeyPair): Promise<PublicKey> {
  return PublicKey.parse(await crypto.subtle.exportKey('jwk', publicKey))
}
