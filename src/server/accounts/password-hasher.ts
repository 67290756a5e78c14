import { hash, verify } from '@node-rs/argon2'
import { Refused } from '../base/refused.ts'

/** Makes and compares password hashes, one at a time and off the main thread. */
export type PasswordHasher = {
  hash(password: string): Promise<string>
  /** With `encoded` null it takes as long as with a wrong password, so nobody learns which usernames exist. */
  matches(password: string, encoded: string | null): Promise<boolean>
}

/** OWASP's recommendation for Argon2id, the default of the library: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of 32 random bytes that nobody kept: no password matches it. */
const unmatchableHash =
  '$argon2id$v=19$m=19456,t=2,p=1$GePOg5YEMAIODeMywVEdLQ$dOkS4U7HxD5VoDcmiWpLV8pf+B3MysKEn/nEfMLDGzg'

/** A hash takes about 0.05 s, so the last one in a full queue waits about 3 s. */
const maxQueued = 64

export function openPasswordHasher(): PasswordHasher {
  let queued = 0
  let last: Promise<unknown> = Promise.resolve()

  /** Runs one hash at a time: each uses 19 MiB and one of the few threads that also read files. */
  async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (queued >= maxQueued) throw new Refused('busy', { retryAfterSeconds: 5 })
    queued += 1
    const answer = last.then(work).finally(() => (queued -= 1))
    last = answer.then(
      () => null,
      () => null,
    )
    return await answer
  }

  return {
    async hash(password) {
      return await inTurn(() => hash(password.normalize('NFC'), cost))
    },
    async matches(password, encoded) {
      const isSame = await inTurn(() =>
        verify(encoded ?? unmatchableHash, password.normalize('NFC')),
      )
      return isSame && encoded !== null
    },
  }
}
