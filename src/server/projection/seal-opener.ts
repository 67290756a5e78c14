import {
  Aes256Gcm,
  CipherSuite,
  DecapError,
  DeserializeError,
  DhkemP256HkdfSha256,
  HkdfSha256,
  OpenError,
} from '@hpke/core'
import { bytesFromBase64Url } from '#domain/base/base64url.ts'
import { sealingInfo } from '#domain/entries/sealing.ts'
import type { ServerKey } from '../keys/keys.ts'
import type { SealOpener } from './project-entry.ts'

const encoder = new TextEncoder()
const algorithm = { name: 'ECDH', namedCurve: 'P-256' }

/** Opens entries with the server's own key. */
export function sealOpener({ keyId, publicKey, privateKey }: ServerKey): SealOpener {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const info = encoder.encode(sealingInfo.entry)
  return {
    keyId,
    async open({ header, encapsulatedKey, sealed }, context) {
      if (header.serverKeyId !== keyId) return null
      // A private key that cannot be exported must be given together with its public key.
      const recipientKey = {
        privateKey,
        publicKey: await crypto.subtle.importKey('jwk', publicKey, algorithm, true, []),
      }
      try {
        const enc = bytesFromBase64Url(encapsulatedKey)
        const opened = await suite.open(
          { recipientKey, enc, info },
          bytesFromBase64Url(sealed),
          context,
        )
        return new TextDecoder().decode(opened)
      } catch (error) {
        const kinds = [OpenError, DecapError, DeserializeError]
        if (kinds.some((kind) => error instanceof kind)) return null
        throw error
      }
    },
  }
}
