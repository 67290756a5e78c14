import { bytesFromBase64Url } from '#domain/base/base64url.ts'
import { sealingInfo } from '#domain/entries/sealing.ts'
import { hpkeOpen, importRecipientKey } from '#sealing/hpke.ts'
import type { ServerKey } from '../keys/keys.ts'
import type { SealOpener } from './projection-ports.ts'

/** Opens entries with the server's own key. */
export function sealOpener({ keyId, publicKey, privateKey }: ServerKey): SealOpener {
  return {
    keyId,
    async open({ header, encapsulatedKey, sealed }, context) {
      if (header.serverKeyId !== keyId) return null
      // A private key that cannot be exported must be given together with its public key.
      const pair = { privateKey, publicKey: await importRecipientKey(publicKey) }
      const from = {
        encapsulatedKey: bytesFromBase64Url(encapsulatedKey),
        sealed: bytesFromBase64Url(sealed),
      }
      const opened = await hpkeOpen(pair, sealingInfo.entry, from, context)
      return opened === null ? null : new TextDecoder().decode(opened)
    },
  }
}
