import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type {
  AccessId,
  DeviceId,
  EmployeeId,
  EntryId,
  KeyId,
  MunicipalityId,
} from '#domain/base/ids.ts'
import type { PatientPart } from '#domain/patient/patient-part.ts'
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
    accessId: Generated<AccessId>
    /** Null, as the device is, for what the server itself has sent: it is no entry of a device. */
    entryId: EntryId | null
    deviceId: DeviceId | null
    world: string
    zoneId: string
    employeeId: EmployeeId
    patientId: string
    openedAt: Instant
    /** Null when the card was opened. */
    revealed: PatientPart | null
    reason: string | null
  }
}
