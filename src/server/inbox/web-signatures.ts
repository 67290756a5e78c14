import { bytesFromBase64Url, Base64Url } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Credential, CredentialSubject, PublicKey } from '#domain/entries/credential.ts'
import type { ServerKey } from '../keys/keys.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { SignatureCheck } from './check-push.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** ES256 by WebCrypto, and the one key that this server vouches with. */
export function webSignatures(certificates: ServerKey): SignatureCheck {
  return {
    async isSignedBy(publicKey, signature, bytes) {
      const key = await importKey(publicKey)
      if (key === null) return false
      const parsed = Base64Url.safeParse(signature)
      return (
        parsed.success &&
        (await crypto.subtle.verify(algorithm, key, bytesFromBase64Url(parsed.data), bytes))
      )
    },
    findServerKey: (keyId) =>
      Promise.resolve(keyId === certificates.keyId ? certificates.publicKey : null),
  }
}

/** Null when the coordinates are no point of the curve. */
async function importKey({ kty, crv, x, y }: PublicKey) {
  try {
    return await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Signs a credential for a key. A device sends it with every push, so it is valid also after the database is lost. */
export async function vouchFor(
  subject: CredentialSubject,
  certificates: ServerKey,
): Promise<Credential> {
  const bytes = nodeHasher.utf8(canonicalJson(subject))
  const signature = await crypto.subtle.sign(algorithm, certificates.privateKey, bytes)
  return {
    subject,
    signedBy: certificates.keyId,
    signature: Base64Url.parse(Buffer.from(signature).toString('base64url')),
  }
}
