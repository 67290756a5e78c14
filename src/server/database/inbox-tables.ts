import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { DeviceDecision } from '#contract/device-requests.ts'
import type {
  AccessId,
  DeviceId,
  DeviceRequestId,
  EmployeeId,
  EntryId,
  IncidentId,
  KeyId,
  MunicipalityId,
} from '#domain/base/ids.ts'
import type { PatientPart } from '#domain/patient/patient-part.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry, NoticeReason, WaitsFor } from '../base/inbox-entry.ts'

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
    usedAt: Instant | null
    usedEntries: Generated<number>
    usedBytes: Generated<number>
    usedJunkBytes: Generated<number>
    /** When it last pushed; null for none since this is kept. */
    heardAt: Generated<Instant | null>
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
    /** The entry that the header says it repeats. */
    reseals: GeneratedAlways<EntryId | null>
    noticeCursor: number | null
    noticeReason: NoticeReason | null
    /** Of the entries that are ready, the lowest turn comes first. A device has one entry in each turn. */
    turn: Generated<number>
    /** How often the projection of this entry has thrown. */
    faults: Generated<number>
    /** When it is ready again; null while it is. */
    dueAt: Generated<Instant | null>
    waitsFor: Generated<WaitsFor | null>
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
    /** The incident during which it was opened. */
    incidentId: Generated<IncidentId | null>
  }
}
