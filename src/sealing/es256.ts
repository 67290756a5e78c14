import { Base64Url, bytesFromBase64Url } from '#domain/base/base64url.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** ES256 by WebCrypto. A key that is no point of the curve, and a signature that is no base64url, verify nothing. */
export const webSignatureCheck: SignatureCheck = {
  async isSignedBy(publicKey, signature, bytes) {
    const parsed = Base64Url.safeParse(signature)
    if (!parsed.success) return false
    const key = await importKey(publicKey)
    return (
      key !== null && crypto.subtle.verify(algorithm, key, bytesFromBase64Url(parsed.data), bytes)
    )
  },
}

/** The few keys that most signatures are of, each imported once. */
const imported = new Map<string, CryptoKey>()
const maxImported = 32

async function importKey({ kty, crv, x, y }: PublicKey): Promise<CryptoKey | null> {
  const name = `${x}.${y}`
  const known = imported.get(name)
  if (known !== undefined) return known
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, [
      'verify',
    ])
    if (imported.size >= maxImported) imported.clear()
    imported.set(name, key)
    return key
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
