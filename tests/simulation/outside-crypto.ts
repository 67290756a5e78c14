import type { TestCrypto, TestKey, TestSealingKey } from '../support/test-crypto.ts'
import type { Scheduler } from './scheduler.ts'

/** Real cryptography takes real time; virtual time stands still meanwhile, so that a seed still replays. */
export function outsideCrypto(crypto: TestCrypto, { outside }: Scheduler): TestCrypto {
  const wrapKey = (key: TestKey): TestKey => {
    return { ...key, sign: (bytes) => outside(key.sign(bytes)) }
  }
  const wrapSealing = (key: TestSealingKey): TestSealingKey => {
    return { ...key, open: (...args) => outside(key.open(...args)) }
  }
  return {
    ...crypto,
    check: { isSignedBy: (...args) => outside(crypto.check.isSignedBy(...args)) },
    makeKey: async () => wrapKey(await outside(crypto.makeKey())),
    makeSealingKey: async () => wrapSealing(await outside(crypto.makeSealingKey())),
    sealTo: (...args) => outside(crypto.sealTo(...args)),
  }
}
