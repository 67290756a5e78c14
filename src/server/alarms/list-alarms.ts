import type { ListAlarmsAnswer } from '#contract/list-alarms.ts'
import type { DatabaseTransaction } from '../database/database.ts'

const maxAlarms = 500

/** Lists the alarms of a municipality, newest first, with the names that the devices and employees have today. */
export async function listAlarms(
  transaction: DatabaseTransaction,
): Promise<ListAlarmsAnswer['alarms']> {
  return await transaction
    .selectFrom('alarm')
    .leftJoin('device', 'device.deviceId', 'alarm.deviceId')
    .leftJoin('account', 'account.accountId', 'alarm.employeeId')
    .select([
      'alarm.alarmId as id',
      'alarm.kind',
      'alarm.at',
      'alarm.streamId as stream',
      'alarm.deviceId',
      'device.label as deviceLabel',
      'alarm.employeeId',
      'account.name as employeeName',
    ])
    .orderBy('alarm.at', 'desc')
    .orderBy('alarm.alarmId')
    .limit(maxAlarms)
    .execute()
}
