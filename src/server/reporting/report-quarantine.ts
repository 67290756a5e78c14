import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'

/** An inbox that writes down what it puts in quarantine, when it is received and when it is opened. */
export function reportingQuarantine(
  inbox: InboxStore,
  transaction: DatabaseTransaction,
  { municipality, now }: { municipality: MunicipalityId; now: Instant },
): InboxStore {
  const kind = 'entriesQuarantined'
  return {
    ...inbox,
    async insertEntries(entries) {
      const added = await inbox.insertEntries(entries)
      const set = new Set(added)
      const apart = entries.filter(
        ({ bytesHash, status }) => status === 'quarantined' && set.has(bytesHash),
      )
      const [first] = apart
      if (first !== undefined) {
        const { deviceId } = first
        const event = { kind, at: now, deviceId, count: apart.length } as const
        await recordSecurityEvent(transaction, municipality, event)
      }
      return added
    },
    async markProjected(row, notice) {
      await inbox.markProjected(row, notice)
      if (notice.kind === 'quarantined') {
        await recordSecurityEvent(transaction, municipality, {
          kind,
          at: now,
          deviceId: row.deviceId,
        })
      }
    },
  }
}
