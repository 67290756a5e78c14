import { sealingInfo } from '#domain/entries/sealing.ts'
import { hpkeOpen, importRecipientPair, newRecipientPair } from '#sealing/hpke.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import type { Phone } from './phone.ts'

/** A key pair that somebody has made to have keys sealed to. */
export async function aRecipient() {
  return importRecipientPair((await newRecipientPair()).privateBytes)
}

/** Counts the streams whose key a stranger opens with her own private key, of all copies in the profile. */
export async function openedBy({ cache }: Phone, pair: CryptoKeyPair): Promise<number> {
  const opened = new Set<string>()
  for (const { stream, gen, employeeId, ...copy } of await cache.streamKeys.toArray()) {
    const about = nodeHasher.utf8(`${stream}/${gen}/${employeeId}`)
    const key = await hpkeOpen(pair, sealingInfo.streamKey, copy, about)
    if (key !== null) opened.add(stream)
  }
  return opened.size
}
