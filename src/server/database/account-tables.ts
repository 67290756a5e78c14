import type { ZoneName } from '#domain/roster/zone-name.ts'
import type { AccountEventDetail, AccountEventKind } from '#domain/accounts/account-event.ts'
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Role } from '#domain/base/role.ts'

/** A moment that the database fills in when the row is made. */
type CreatedAt = ColumnType<Instant, Instant | undefined, Instant>

/** Municipalities, zones, accounts and sessions. */
export type AccountTables = {
  municipality: {
    municipalityId: MunicipalityId
    name: string
    /** Null for the municipality that answers on every host name that no other one has. */
    hostName: string | null
    createdAt: CreatedAt
    /** Whether a leader must approve the keys of a new device. */
    approvesDevices: ColumnType<boolean, boolean | undefined, boolean>
  }
  section: { municipalityId: MunicipalityId; sectionId: SectionId; name: string }
  zone: {
    municipalityId: MunicipalityId
    zoneId: ZoneId
    sectionId: SectionId
    name: ZoneName
    /** Null while the zone is in use. */
    closedAt: ColumnType<Instant | null, undefined, Instant | null>
  }
  account: {
    municipalityId: MunicipalityId
    accountId: EmployeeId
    /** Lower case. */
    username: string
    /** Null for an account that signs in elsewhere. */
    passwordHash: string | null
    role: Role
    name: string
    title: string
    hprNumber: string | null
    closedAt: Instant | null
    /** Nothing that was received from then on is believed; null for an account that was not closed for abuse. */
    closedForAbuseFrom: Instant | null
    /** The time of a stand-in; both null for an account that is valid until it is closed. */
    validFrom: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
    validTo: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
    createdAt: CreatedAt
  }
  /** What an account has and had, by the server's clock: a role, or a zone by its id. */
  accountRight: {
    municipalityId: MunicipalityId
    accountId: EmployeeId
    kind: 'role' | 'zone'
    name: string
    heldFrom: Instant
    /** Null while it lasts. */
    heldTo: Instant | null
  }
  accountZone: { municipalityId: MunicipalityId; accountId: EmployeeId; zoneId: ZoneId }
  /** A zone for a time. Once it has begun the account has it in `accountZone` too, until it ends. */
  lentZone: {
    municipalityId: MunicipalityId
    accountId: EmployeeId
    zoneId: ZoneId
    validFrom: Instant
    validTo: Instant
  }
  session: {
    municipalityId: MunicipalityId
    sessionId: string
    accountId: EmployeeId
    tokenHash: string
    /** The token before this one, until the newer one has been used. */
    previousTokenHash: string | null
    rotatedAt: Instant
    /** Null until a request has carried the newest token. */
    confirmedAt: Instant | null
    createdAt: Instant
    seenAt: Instant
    /** SHA-256 of the nonce that the session's next enrolment must sign; null when none was asked for. */
    enrolmentNonceHash: ColumnType<string | null, undefined, string | null>
    enrolmentNonceAt: ColumnType<Instant | null, undefined, Instant | null>
  }
  loginAttempt: {
    municipalityId: MunicipalityId
    kind: 'knownDevice' | 'accountAtNetwork' | 'network'
    /** SHA-256 of what its kind says, with the username in it: a password typed in the wrong field is not kept. */
    subjectHash: string
    failures: number
    lastFailureAt: Instant
  }
  /** Who turned `approvesDevices` on or off. */
  approvalSwitch: {
    municipalityId: MunicipalityId
    switchedAt: Instant
    switchedBy: EmployeeId
    approvesDevices: boolean
    /** In the order that the switch was turned. */
    turn: GeneratedAlways<number>
  }
  /** By which an account's owner chooses a password; the newest takes the place of the one before. */
  signInCode: {
    municipalityId: MunicipalityId
    accountId: EmployeeId
    codeHash: string
    issuedAt: Instant
    expiresAt: Instant
  }
  /** What was done with accounts, sections and zones. Rows are added and never changed. */
  accountEvent: {
    municipalityId: MunicipalityId
    eventId: GeneratedAlways<number>
    at: Instant
    /** Null for the server itself, at a command. */
    byAccount: EmployeeId | null
    accountId: EmployeeId | null
    kind: AccountEventKind
    detail: ColumnType<AccountEventDetail, string, never>
  }
  /** One-time links, for the first administrator. */
  invitation: {
    municipalityId: MunicipalityId
    tokenHash: string
    role: Role
    expiresAt: Instant
  }
}
