import { bytesFromBase64Url } from '#domain/base/base64url.ts'
import { sealingInfo } from '#domain/entries/sealing.ts'
import { hpkeOpen, importRecipientKey } from '#sealing/hpke.ts'
import type { ServerKey } from '../keys/key-files.ts'
import type { SealOpener } from './projection-ports.ts'

/** Opens entries with the server's own keys, those in use and older ones; `held` answers which there are at the moment. */
export function sealOpener(held: () => readonly ServerKey[]): SealOpener {
  return {
    get keyIds() {
      return held().map(({ keyId }) => keyId)
    },
    async open({ header, encapsulatedKey, sealed }, context) {
      const key = held().find(({ keyId }) => keyId === header.serverKeyId)
      if (key === undefined) return null
      // A private key that cannot be exported must be given together with its public key.
      const { privateKey } = key
      const pair = { privateKey, publicKey: await importRecipientKey(key.publicKey) }
      const from = {
        encapsulatedKey: bytesFromBase64Url(encapsulatedKey),
        sealed: bytesFromBase64Url(sealed),
      }
      const opened = await hpkeOpen(pair, sealingInfo.entry, from, context)
      return opened === null ? null : new TextDecoder().decode(opened)
    },
  }
}
