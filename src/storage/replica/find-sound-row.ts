import type { StreamId } from '#domain/streams/stream.ts'
import type { ReplicaRow } from '../databases/cache-database.ts'
import { isBelievedHead } from '../trust/head-trust.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { isPinned, openReplica, trustIn } from './open-replica.ts'
import { markDamaged } from './read-replica.ts'
import type { ReplicaServices } from './replica-services.ts'
import { readSealed } from './sealed-streams.ts'

/**
 * False for a stream that the employee has no key for, and for one that is to be built anew: it is damaged, its head is
 * not signed by the server she believes, or it is older than what she has seen. While locked, only damage is known.
 */
export async function isShownToHer(
  row: ReplicaRow,
  employee: OpenEmployee | null,
  { keys, tools, parts }: ReplicaServices,
): Promise<boolean> {
  if (row.damaged === 1) return false
  if (employee === null) return true
  if ((await keys.find(employee, { stream: row.id, gen: row.gen })) === null) return false
  if (!(await isBelievedHead(employee, row.head, row.id, tools))) return false
  return !parts.isOlder(row.head.head, employee.pins, row.id)
}

/**
 * The row of a stream that may be changed and shared as it is. A generation that a colleague has made is opened and
 * verified first: whose key it is sealed under, only its documents prove.
 */
export async function findSoundRow(
  stream: StreamId,
  services: ReplicaServices,
): Promise<ReplicaRow | null> {
  const { cache, unlocked, keys } = services
  const employee = unlocked.find()
  const row = await cache.run((database) => database.replicas.get(stream))
  if (row === undefined || !(await isShownToHer(row, employee, services))) return null
  if (employee === null) return row
  const key = await keys.find(employee, { stream, gen: row.gen })
  if (key === null) return null
  if (isPinned(employee, row, key)) return row
  const sealed = await readSealed(stream, cache)
  if (sealed?.row.rev !== row.rev) return findSoundRow(stream, services)
  const opened = await openReplica(employee, sealed, key, services)
  if (opened.damagedParts === 0 && trustIn(employee, opened, services) === 'verified') return row
  await markDamaged(cache, row)
  return null
}
