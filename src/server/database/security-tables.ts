import type { ColumnType, GeneratedAlways } from 'kysely'
import type { DeviceId, EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { SecurityEventKind } from '#domain/trust/security-event.ts'

/** The log of security events, apart from the access log. Rows are added and never changed; none names a patient. */
export type SecurityTables = {
  securityEvent: {
    municipalityId: MunicipalityId
    eventId: string
    /** In the order of the commits. */
    turn: GeneratedAlways<number>
    kind: SecurityEventKind
    at: Instant
    employeeId: EmployeeId | null
    /** The account of the scope in which it was written. */
    byId: ColumnType<EmployeeId | null, undefined, never>
    deviceId: DeviceId | null
    address: string | null
    count: number
  }
  /** How far the log has been sent to whoever watches the server. */
  securityDelivery: { municipalityId: MunicipalityId; turn: number }
}
