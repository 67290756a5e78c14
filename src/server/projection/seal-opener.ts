import { bytesFromBase64Url } from '#domain/base/base64url.ts'
import { sealingInfo } from '#domain/entries/sealing.ts'
import { hpkeOpen, importRecipientKey } from '#sealing/hpke.ts'
import type { ServerKey } from '../keys/key-files.ts'
import type { SealOpener } from './projection-ports.ts'

/** Each key opens thousands of entries, and is read once. */
function keyPairs() {
  const pairs = new WeakMap<ServerKey, ReturnType<typeof readPair>>()
  return (key: ServerKey): ReturnType<typeof readPair> => {
    const pair = pairs.get(key) ?? readPair(key)
    pairs.set(key, pair)
    return pair
  }
}

/** A private key that cannot be exported must be given together with its public key. */
async function readPair({ privateKey, publicKey }: ServerKey) {
  return { privateKey, publicKey: await importRecipientKey(publicKey) }
}

/** Opens entries with the server's own keys, those in use and older ones; `held` answers which there are at the moment. */
export function sealOpener(held: () => readonly ServerKey[]): SealOpener {
  const pairOf = keyPairs()
  return {
    get keyIds() {
      return held().map(({ keyId }) => keyId)
    },
    async open({ header, encapsulatedKey, sealed }, context) {
      const key = held().find(({ keyId }) => keyId === header.serverKeyId)
      if (key === undefined) return null
      const from = {
        encapsulatedKey: bytesFromBase64Url(encapsulatedKey),
        sealed: bytesFromBase64Url(sealed),
      }
      const opened = await hpkeOpen(await pairOf(key), sealingInfo.entry, from, context)
      return opened === null ? null : new TextDecoder().decode(opened)
    },
  }
}
