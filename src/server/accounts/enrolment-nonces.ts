import { plusMinutes } from '#domain/time/instant.ts'
import type { Sources } from '../base/sources.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { tokenHash } from './token-hash.ts'

const nonceMinutes = 10

/** The nonces that enrolments are signed over. A session has one at a time, so that no other session can use it. */
export function enrolmentNonces(transaction: DatabaseTransaction, sources: Sources) {
  return {
    async issue(sessionId: string): Promise<string> {
      const nonce = sources.newToken()
      const issued = { enrolmentNonceHash: tokenHash(nonce), enrolmentNonceAt: sources.now() }
      await transaction
        .updateTable('session')
        .set(issued)
        .where('sessionId', '=', sessionId)
        .execute()
      return nonce
    },

    /** Ends the nonce. `unusable`: it is another session's, used before, or older than ten minutes. */
    async use(sessionId: string, nonce: string): Promise<'used' | 'unusable'> {
      const used = await transaction
        .updateTable('session')
        .set({ enrolmentNonceHash: null, enrolmentNonceAt: null })
        .where('sessionId', '=', sessionId)
        .where('enrolmentNonceHash', '=', tokenHash(nonce))
        .where('enrolmentNonceAt', '>', plusMinutes(sources.now(), -nonceMinutes))
        .executeTakeFirst()
      return used.numUpdatedRows === 1n ? 'used' : 'unusable'
    },
  }
}
