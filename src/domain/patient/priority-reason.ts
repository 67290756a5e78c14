import * as z from 'zod/mini'
import { type DeviceKind, DeviceKindId, deviceNames } from './device-kind.ts'
import type { PoweredDevice } from './powered-device.ts'
import { PriorityLevel } from './priority-level.ts'

const level = PriorityLevel

/** A recorded fact that speaks for a level; `text/nb/words/priority.ts` words each one. */
export const PriorityReason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('device'),
    level,
    deviceKind: DeviceKindId,
    /** How long the recorded reserve lasts; null where none with a known time is recorded. */
    reserveMinutes: z.nullable(z.int().check(z.nonnegative())),
  }),
  /** A device of no known kind, as the list calls it. */
  z.object({ kind: z.literal('unknownDevice'), level, listedAs: z.string() }),
  /** The list says that there is something, and nobody has recorded what. */
  z.object({ kind: z.literal('powerNotMapped'), level }),
  z.object({ kind: z.literal('timeCriticalMedicine'), level }),
  z.object({ kind: z.literal('medicineDispenser'), level }),
  z.object({ kind: z.literal('alarmAloneWithCondition'), level }),
  z.object({ kind: z.literal('alarmAlone'), level }),
  z.object({ kind: z.literal('alarmWithOthers'), level }),
  z.object({ kind: z.literal('digitalSupervision'), level }),
  z.object({ kind: z.literal('localisation'), level }),
])
export type PriorityReason = z.infer<typeof PriorityReason>

/** A reason with the title of the device that it is about; null where it is about none, or nobody knows its title. */
export type NamedReason = { reason: PriorityReason; device: string | null }

/** Returns what finds the titles of reasons: of the kind, else as her list calls the device of that kind. */
export function reasonNames(
  kinds: readonly DeviceKind[],
): (reason: PriorityReason, devices: readonly PoweredDevice[]) => NamedReason {
  const nameOf = deviceNames(kinds)
  const titles = new Map(kinds.map(({ id, title }) => [id, title]))
  return (reason, devices) => {
    if (reason.kind === 'unknownDevice') return { reason, device: reason.listedAs }
    if (reason.kind !== 'device') return { reason, device: null }
    const own = devices.find(({ kind }) => kind === reason.deviceKind)
    const listed = own === undefined ? null : nameOf(own).title
    return { reason, device: titles.get(reason.deviceKind) ?? listed }
  }
}
