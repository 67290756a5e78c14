import type { ColumnType, GeneratedAlways } from 'kysely'
import type { DeviceDecision } from '#contract/device-requests.ts'
import type {
  DeviceId,
  DeviceRequestId,
  EmployeeId,
  EntryId,
  KeyId,
  MunicipalityId,
} from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'

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
  }
  enrolledKey: {
    municipalityId: MunicipalityId
    deviceId: DeviceId
    employeeId: EmployeeId
    purpose: 'device' | 'author' | 'recipient'
    keyId: KeyId
    enrolledAt: Instant
  }
  deviceRequest: {
    municipalityId: MunicipalityId
    requestId: DeviceRequestId
    deviceId: DeviceId
    employeeId: EmployeeId
    /** As `boundKeys` writes them. */
    keys: string[]
    label: string
    requestedAt: Instant
    /** Null while it waits; so are the two after it. */
    decision: DeviceDecision | null
    decidedBy: EmployeeId | null
    decidedAt: Instant | null
    /** Null until the approved keys were vouched for. An approval is used once. */
    usedAt: Instant | null
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
