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
    seal: (...asked) => outside(crypto.seal(...asked)),
    vouch: (subject) => outside(crypto.vouch(subject)),
    signatures: {
      isSignedBy: (...asked) => outside(crypto.signatures.isSignedBy(...asked)),
      findServerKey: (keyId) => crypto.signatures.findServerKey(keyId),
    },
    seals: {
      keyId: crypto.seals.keyId,
      open: (...asked) => outside(crypto.seals.open(...asked)),
    },
  }
}
