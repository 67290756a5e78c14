import type { ZoneId } from '../base/ids.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import type { MunicipalityContact, PowerPoint } from './contact.ts'

export type ReachablePowerPoint = {
  contact: MunicipalityContact
  point: PowerPoint
  driveMinutes: number
}

/**
 * Returns the nearest place with power that can be reached from a zone before a battery is empty; null when the
 * municipality has recorded none. One whose distance from the zone nobody has recorded is not promised.
 */
export function findReachablePowerPoint(
  contacts: readonly MunicipalityContact[],
  { zone, now, emptyAt }: { zone: ZoneId; now: Instant; emptyAt: Instant },
): ReachablePowerPoint | null {
  const reachable = contacts.flatMap((contact) => {
    const { powerPoint: point } = contact
    const driveMinutes = point?.driveMinutes.find((drive) => drive.zone === zone)?.minutes
    if (point === undefined || driveMinutes === undefined) return []
    return plusMinutes(now, driveMinutes) <= emptyAt ? [{ contact, point, driveMinutes }] : []
  })
  return reachable.toSorted((a, b) => a.driveMinutes - b.driveMinutes).at(0) ?? null
}
