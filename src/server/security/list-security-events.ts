import type {
  ListSecurityEventsAnswer,
  ListSecurityEventsQuery,
} from '#contract/list-security-events.ts'
import { SecurityEventKind, groupOfSecurityEvent } from '#domain/trust/security-event.ts'
import type { DatabaseTransaction } from '../database/database.ts'

const pageSize = 100

/** Lists the log of a municipality, newest first, with the names that employees and devices have today. */
export async function listSecurityEvents(
  transaction: DatabaseTransaction,
  { group, before }: ListSecurityEventsQuery,
): Promise<ListSecurityEventsAnswer> {
  const kinds = SecurityEventKind.options.filter(
    (kind) => group === undefined || groupOfSecurityEvent[kind] === group,
  )
  const rows = await transaction
    .selectFrom('securityEvent as event')
    .leftJoin('account', 'account.accountId', 'event.employeeId')
    .leftJoin('account as doer', 'doer.accountId', 'event.byId')
    .leftJoin('device', 'device.deviceId', 'event.deviceId')
    .select([
      'event.turn',
      'event.kind',
      'event.at',
      'event.address',
      'event.count',
      'account.name as employeeName',
      'doer.name as byName',
      'device.label as deviceLabel',
    ])
    .where('event.kind', 'in', kinds)
    .$if(before !== undefined, (query) => query.where('event.turn', '<', before ?? 0))
    .orderBy('event.turn', 'desc')
    .limit(pageSize + 1)
    .execute()
  return { events: rows.slice(0, pageSize), more: rows.length > pageSize }
}
