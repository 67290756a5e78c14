import { sql } from 'kysely'
import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { isPersonFact } from '#domain/people/person-fact-of.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'

/** When the server last heard of each device: a push of it, locked or not, or a question which streams somebody has. */
export type DevicesHeard = (devices: readonly DeviceId[]) => Promise<ReadonlyMap<DeviceId, Instant>>

export function devicesHeard(transaction: DatabaseTransaction): DevicesHeard {
  return async (devices) => {
    const { rows } = await sql<{ deviceId: DeviceId; at: Instant | null }>`
      select device.device_id, greatest(device.heard_at,
        (select max(contact.at) from device_contact as contact
          where contact.device_id = device.device_id)) as at
      from device where device.device_id = any(${[...devices]}::uuid[])`.execute(transaction)
    return new Map(rows.flatMap(({ deviceId, at }) => (at === null ? [] : [[deviceId, at]])))
  }
}

/** When the phone was last heard with which each employee calls: the newest that she has said something with. */
export async function lastHeardOf(
  facts: readonly PersonFact[],
  heard: DevicesHeard,
): Promise<ReadonlyMap<EmployeeId, Instant>> {
  const newest = new Map<EmployeeId, PersonFact>()
  const callers = new Set(
    facts.filter((fact) => isPersonFact(fact, 'calling')).map(({ author }) => author.employeeId),
  )
  for (const fact of facts) {
    const { employeeId } = fact.author
    const known = newest.get(employeeId)
    if (!callers.has(employeeId)) continue
    if (known === undefined || receiptOf(known) < receiptOf(fact)) newest.set(employeeId, fact)
  }
  const at = await heard([...new Set([...newest.values()].map(({ deviceId }) => deviceId))])
  return new Map(
    [...newest].map(([employeeId, fact]) => {
      const receipt = receiptOf(fact)
      const heardAt = at.get(fact.deviceId) ?? receipt
      return [employeeId, heardAt > receipt ? heardAt : receipt]
    }),
  )
}

function receiptOf({ receivedAt, writtenAt }: PersonFact): Instant {
  return receivedAt ?? writtenAt
}
