import type { EntryId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { AccessRecord, InboxStore, Notice, Repetition } from '../inbox/inbox-store.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import {
  lockDevices,
  lockRepetitions,
  markAllProjected,
  recordAccesses,
  saveNoticed,
} from '../inbox/postgres-many.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import { addNotice, type NoticeOutcome } from '../inbox/add-notice.ts'

type Noted = { row: InboxEntry; outcome: NoticeOutcome }

/** The inbox of a batch: repetitions are read at once, and notices and lines of the access log are written at once. */
export function batchInbox(
  transaction: DatabaseTransaction,
  { municipality, now }: { municipality: MunicipalityId; now: Instant },
) {
  const stored = postgresInboxStore(transaction, municipality)
  const repetitions = new Map<EntryId, Repetition[]>()
  const noted = new Map<string, Noted>()
  const accesses: AccessRecord[] = []

  async function foresee(originals: readonly EntryId[]): Promise<void> {
    const missing = originals.filter((original) => !repetitions.has(original))
    if (missing.length === 0) return
    const found = await lockRepetitions(transaction, municipality, missing)
    for (const [original, rows] of found) repetitions.set(original, rows)
  }

  /** As it is when the notices of this batch are written. */
  function asNoted(one: Repetition): Repetition {
    const outcome = noted.get(keyOf(one))?.outcome
    return outcome === undefined
      ? one
      : { ...one, projected: outcome.kind, reason: outcome.reason ?? null }
  }

  const store: InboxStore = {
    ...stored,
    lockEffect: (original) => foresee([original]),
    async listRepetitions(original) {
      await foresee([original])
      return (repetitions.get(original) ?? []).map(asNoted)
    },
    recordAccess(record) {
      accesses.push(record)
      return Promise.resolve()
    },
  }

  return {
    store,
    foresee,
    putOffNotice(row: InboxEntry, outcome: NoticeOutcome): void {
      noted.set(keyOf(row), { row, outcome })
    },
    async flush(): Promise<void> {
      if (accesses.length > 0) await recordAccesses(transaction, municipality, accesses)
      if (noted.size > 0) await writeNotices(transaction, [...noted.values()], now)
    },
    /** What was quarantined, in the log of security events; the last step, because others wait there. */
    async report(): Promise<void> {
      const apart = [...noted.values()].filter(({ outcome }) => outcome.kind === 'quarantined')
      for (const deviceId of new Set(apart.map(({ row }) => row.deviceId))) {
        const count = apart.filter(({ row }) => row.deviceId === deviceId).length
        const event = { kind: 'entriesQuarantined', at: now, deviceId, count } as const
        await recordSecurityEvent(transaction, municipality, event)
      }
    },
  }
}

/** Devices are locked here and not before: a phone that sends meanwhile waits no longer than this takes. */
async function writeNotices(
  transaction: DatabaseTransaction,
  noted: readonly Noted[],
  now: Instant,
): Promise<void> {
  const devices = await lockDevices(
    transaction,
    noted.map(({ row }) => row.deviceId),
  )
  const marked: { row: Pick<InboxEntry, 'deviceId' | 'bytesHash'>; notice: Notice }[] = []
  const together: Parameters<typeof addNotice>[0] = {
    lockDevice: (deviceId) => Promise.resolve(devices.get(deviceId) ?? null),
    saveDevice(device) {
      devices.set(device.deviceId, device)
      return Promise.resolve()
    },
    markProjected(row, notice) {
      marked.push({ row, notice })
      return Promise.resolve()
    },
  }
  for (const { row, outcome } of noted) await addNotice(together, row, outcome, now)
  await saveNoticed(transaction, [...devices.values()])
  await markAllProjected(transaction, marked)
}

function keyOf({ deviceId, bytesHash }: Pick<InboxEntry, 'deviceId' | 'bytesHash'>): string {
  return `${deviceId} ${bytesHash}`
}
