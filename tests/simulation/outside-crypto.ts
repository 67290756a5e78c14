import type { TestCrypto, TestKey } from '../support/test-crypto.ts'
import type { Scheduler } from './scheduler.ts'

/** Real cryptography takes real time; virtual time stands still meanwhile, so that a seed still replays. */
export function outsideCrypto(crypto: TestCrypto, { outside }: Scheduler): TestCrypto {
  const wrapKey = (key: TestKey): TestKey => {
    return { ...key, sign: (bytes) => outside(key.sign(bytes)) }
  }
  return {
    ...crypto,
    makeKey: async () => wrapKey(await outside(crypto.makeKey())),
    seal: (...args) => outside(crypto.seal(...args)),
    vouch: (subject) => outside(crypto.vouch(subject)),
    signatures: {
      isSignedBy: (...args) => outside(crypto.signatures.isSignedBy(...args)),
      findServerKey: (keyId) => crypto.signatures.findServerKey(keyId),
    },
    seals: {
      keyId: crypto.seals.keyId,
      open: (...args) => outside(crypto.seals.open(...args)),
    },
  }
}
