import type { ColumnType, GeneratedAlways } from 'kysely'
import type { DeviceId, EmployeeId, EntryId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry, NoticeReason } from '../base/inbox-entry.ts'

/** Devices, the entries they push, and those effects of entries that are not stream documents. */
export type InboxTables = {
  device: {
    municipalityId: MunicipalityId
    deviceId: DeviceId
    keyId: KeyId
    /** Null for a device that was enrolled before a restore and not since. */
    label: string | null
    enrolledBy: EmployeeId | null
    enrolledAt: Instant | null
    head: number
    noticeCursor: number
    durable: number | null
    closedAt: ColumnType<Instant | null, undefined, Instant>
    /** As that of an account. */
    closedForAbuseFrom: ColumnType<Instant | null, undefined, Instant | null>
  }
  /** When a device last heard from the server which streams an employee has. */
  deviceContact: {
    municipalityId: MunicipalityId
    deviceId: DeviceId
    employeeId: EmployeeId
    at: Instant
  }
  inbox: Omit<InboxEntry, 'entry'> & {
    municipalityId: MunicipalityId
    entry: ColumnType<InboxEntry['entry'], string, string>
    /** The key that the entry's header names. */
    sealedTo: GeneratedAlways<KeyId>
    noticeCursor: number | null
    noticeReason: NoticeReason | null
  }
  accessLog: {
    municipalityId: MunicipalityId
    entryId: EntryId
    deviceId: DeviceId
    world: string
    zoneId: string
    employeeId: EmployeeId
    patientId: string
    openedAt: Instant
    revealed: 'address' | 'code' | null
    reason: string | null
  }
}
