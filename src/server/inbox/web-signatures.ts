import { Base64Url } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Credential, CredentialSubject, UnsignedSubject } from '#domain/entries/credential.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import type { ServerKey } from '../keys/keys.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { CredentialCheck } from './check-push.ts'

const algorithm = { name: 'ECDSA', hash: 'SHA-256' }

/** ES256 by WebCrypto, and the one key that this server vouches with. */
export function webSignatures(certificates: ServerKey): CredentialCheck {
  return {
    ...webSignatureCheck,
    findServerKey: (keyId) =>
      Promise.resolve(keyId === certificates.keyId ? certificates.publicKey : null),
  }
}

/** Signs a credential for a key. A device sends it with every push, so it is valid also after the database is lost. */
export async function vouchFor(
  unsigned: UnsignedSubject,
  certificates: ServerKey,
): Promise<Credential> {
  const subject: CredentialSubject = { ...unsigned, v: 1, world: '*', kid: certificates.keyId }
  const bytes = nodeHasher.utf8(canonicalJson(subject))
  const signature = await crypto.subtle.sign(algorithm, certificates.privateKey, bytes)
  return { subject, signature: Base64Url.parse(Buffer.from(signature).toString('base64url')) }
}
