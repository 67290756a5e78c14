import type { ColumnType, GeneratedAlways } from 'kysely'
import type { DeviceId, EmployeeId, EntryId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'

/** What comes up from devices, and the effects that are no document of a stream. */
export type InboxTables = {
  device: {
    municipalityId: MunicipalityId
    deviceId: DeviceId
    keyId: KeyId
    /** Null for one that was vouched for before a restore and not enrolled since. */
    label: string | null
    enrolledBy: EmployeeId | null
    enrolledAt: Instant | null
    head: number
    noticeCursor: number
    durable: number | null
  }
  inbox: Omit<InboxEntry, 'entry'> & {
    municipalityId: MunicipalityId
    entry: ColumnType<InboxEntry['entry'], string, string>
    /** The key that the entry's header names. */
    sealedTo: GeneratedAlways<KeyId>
    noticeCursor: number | null
    noticeReason: QuarantineReason | null
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
