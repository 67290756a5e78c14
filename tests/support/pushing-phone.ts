import { unlimitedRate } from './unlimited-rate.ts'
import { randomUUID } from 'node:crypto'
import { type PushEntries, type PushEntriesAnswer, pushBytes } from '#contract/push-entries.ts'
import type { Author } from '#domain/base/author.ts'
import { cardOpenedForm, type EntryContent } from '#domain/entries/entry-content.ts'
import {
  DeviceId,
  EmployeeId,
  EntryId,
  type IncidentId,
  type MunicipalityId,
  PatientId,
  ZoneId,
} from '#domain/base/ids.ts'
import type { FormReference } from '#domain/forms/form-reference.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { usualQuota } from '#server/inbox/device-quota.ts'
import type { InboxStore } from '#server/inbox/inbox-store.ts'
import { takeEntries } from '#server/inbox/take-entries.ts'
import { appendEntry } from './append-entry.ts'
import { type OutboxDisk, lineOf } from './memory-outbox-store.ts'
import type { TestCrypto } from './test-crypto.ts'

/** One transaction each; may run side by side. */
export type InTransaction = <Value>(work: (inbox: InboxStore) => Promise<Value>) => Promise<Value>

export const pushedAt = instantFromMilliseconds(Date.UTC(2026, 10, 23, 11))

const none: PushEntries['taken'] = []

/** What is written instead of an opened card. `text` is sealed as it stands, whatever the schemas say. */
export type Written = {
  form: FormReference
  /** Made up when it is left out. */
  entryId?: EntryId
  reseals?: EntryId
  /** Nord 1 when it is left out. */
  zone?: ZoneId | null
  incident?: IncidentId | null
  /** Another key of the server than the one in use. */
  sealing?: TestCrypto
  text?: (author: Author) => string
  content?: (author: Author) => EntryContent
}

function cardOpened(author: Author): EntryContent {
  const patientId = PatientId.parse(randomUUID())
  return {
    kind: 'cardOpened',
    author,
    patientId,
    openedAt: pushedAt,
    revealed: null,
    reason: null,
  }
}

/** Phones that write in memory and push straight into an inbox, past HTTP and sync. */
export function pushingPhones(crypto: TestCrypto) {
  const { hasher, signatures } = crypto
  const write = async (
    disk: OutboxDisk,
    municipality: MunicipalityId,
    count: number,
    written: Written = { form: cardOpenedForm },
  ): Promise<EntryId[]> => {
    const ids: EntryId[] = []
    for (let done = 0; done < count; done++) {
      const { entryId = EntryId.parse(randomUUID()), reseals, sealing = crypto } = written
      let sealedText: string | null = null
      const sealingText: TestCrypto = {
        ...sealing,
        seal: (text, context) => sealing.seal(sealedText ?? text, context),
      }
      await appendEntry(disk, sealingText, {
        entryId,
        ...(reseals === undefined ? {} : { reseals }),
        municipality,
        zone: written.zone === undefined ? ZoneId.parse('nord-1') : written.zone,
        incident: written.incident ?? null,
        form: written.form,
        now: pushedAt,
        content: (author) => {
          sealedText = written.text?.(author) ?? null
          return (written.content ?? cardOpened)(author)
        },
      })
      ids.push(entryId)
    }
    return ids
  }
  return {
    async newPhone(municipality: MunicipalityId): Promise<OutboxDisk> {
      const deviceId = DeviceId.parse(randomUUID())
      const key = await crypto.makeKey()
      const { keyId, publicKey } = key
      const shared = {
        municipality,
        deviceId,
        keyId,
        publicKey,
        issuedAt: pushedAt,
        expiresAt: pushedAt,
      }
      const employeeId = EmployeeId.parse(randomUUID())
      const device = await crypto.vouch({ kind: 'device', ...shared })
      const authors = [await crypto.vouch({ kind: 'author', ...shared, employeeId })]
      const author = { employeeId, keyId }
      const nothing = { rows: [], noticesCursor: 0, ended: false }
      const line = { deviceId, key, device, author, authors, ...nothing }
      return { lines: new Map([[deviceId, line]]), current: deviceId }
    },

    write,

    /** Writes one entry. */
    async writeOne(
      disk: OutboxDisk,
      municipality: MunicipalityId,
      written?: Written,
    ): Promise<EntryId> {
      const [entryId] = await write(disk, municipality, 1, written)
      if (entryId === undefined) throw new Error('Nothing was written')
      return entryId
    },

    /** Pushes what is on the phone from entry `from` on, whatever receipts it has; `taken` names these landmarks. */
    async push(
      run: InTransaction,
      disk: OutboxDisk,
      municipality: MunicipalityId,
      { quota = usualQuota, from = 1, at = pushedAt, taken = none } = {},
    ): Promise<PushEntriesAnswer> {
      const { key, device, authors, rows } = lineOf(disk, disk.current)
      if (device === null) throw new Error('The server has not vouched for the device.')
      const unsigned: Omit<PushEntries, 'signature'> = {
        protocol: 1,
        device,
        authors,
        entries: rows.map(({ entry }) => entry).filter(({ header }) => header.n >= from),
        taken: [...taken],
        noticesAfter: 0,
        sentAt: pushedAt,
      }
      const message = { ...unsigned, signature: await key.sign(pushBytes(unsigned, hasher)) }
      const checks = { signatures, hasher, municipality, rate: unlimitedRate }
      const checked = await checkPush(message, checks)
      if (!checked.ok) throw new Error(checked.refusal.kind)
      return run((inbox) => takeEntries(inbox, message, checked.value, at, quota))
    },
  }
}
