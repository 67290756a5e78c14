import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { AlarmKind } from '#domain/trust/alarm.ts'

/** Something that the administrator must know. It names no patient and no document. */
export type Alarm = {
  kind: AlarmKind
  at: Instant
  stream: StreamId | null
  deviceId: DeviceId | null
  employeeId: EmployeeId | null
}

/** The alarms of a municipality, as one transaction writes them. */
export interface AlarmStore {
  add(alarm: Alarm): Promise<void>
}
