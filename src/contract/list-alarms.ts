import * as z from 'zod/mini'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { Instant } from '#domain/time/instant.ts'
import { AlarmKind } from '#domain/trust/alarm.ts'

export const Alarm = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  kind: AlarmKind,
  at: Instant,
  stream: z.nullable(StreamId),
  deviceId: z.nullable(DeviceId),
  /** What stands on the back of the phone; null when the server does not know it. */
  deviceLabel: z.nullable(z.string()),
  employeeId: z.nullable(EmployeeId),
  /** From her account; null when nobody is known to have done it. */
  employeeName: z.nullable(z.string()),
})
export type Alarm = z.infer<typeof Alarm>

/** The municipality's alarms, newest first. No patient and no document is named in them. */
export const ListAlarmsAnswer = z.object({ alarms: z.array(Alarm).check(z.maxLength(500)) })
export type ListAlarmsAnswer = z.infer<typeof ListAlarmsAnswer>
