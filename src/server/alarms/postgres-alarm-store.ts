import { randomUUID } from 'node:crypto'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { Alarm, AlarmStore } from './alarm-store.ts'

/** Alarms that a transaction has stored. They are announced after its commit. */
export type StoredAlarms = { store: AlarmStore; added: readonly Alarm[] }

export function postgresAlarmStore(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
): StoredAlarms {
  const added: Alarm[] = []
  return {
    added,
    store: {
      async add(alarm) {
        const { stream, deviceId, employeeId, kind, at } = alarm
        const about = { streamId: stream, deviceId, employeeId }
        await transaction
          .insertInto('alarm')
          .values({ municipalityId, alarmId: randomUUID(), kind, at, ...about })
          .execute()
        added.push(alarm)
      },
    },
  }
}
