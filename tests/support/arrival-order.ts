import type { DatabaseTransaction } from '#server/database/database.ts'
import type { InboxStore } from '#server/inbox/inbox-store.ts'

/** A weaker part: entries are claimed as they came, whoever sent them. */
export function arrivalOrder(transaction: DatabaseTransaction): InboxStore['claimWaiting'] {
  return async (sealedTo, without) => {
    const rows = await transaction
      .selectFrom('inbox')
      .selectAll()
      .where('status', '=', 'stored')
      .where('projected', '=', 'waiting')
      .where('dueAt', 'is', null)
      .where('sealedTo', '=', sealedTo)
      .orderBy('receivedAt')
      .orderBy('n')
      .limit(without.size + 1)
      .execute()
    return rows.find(({ bytesHash }) => !without.has(bytesHash)) ?? null
  }
}
