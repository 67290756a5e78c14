import type { DeviceId, EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { AlarmKind } from '#domain/trust/alarm.ts'

/** What the administrator must know. Ids only, so that an alarm tells nothing of a patient. */
export type AlarmTables = {
  alarm: {
    municipalityId: MunicipalityId
    alarmId: string
    kind: AlarmKind
    at: Instant
    streamId: StreamId | null
    deviceId: DeviceId | null
    employeeId: EmployeeId | null
  }
}
