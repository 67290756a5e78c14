import * as z from 'zod/mini'
import { PriorityLevel } from './priority-level.ts'

/**
 * What is known of a kind of device whoever has it: class `systems` (`deviceKind@1`).
 *
 * Battery time is never here. It differs from 0 to 70 hours within a kind and belongs to each device.
 */
export const DeviceKind = z.object({
  /** As `PoweredDevice.kind` names it. */
  title: z.string(),
  /** Said of the patient before anybody has asked; the cautious one where it depends. */
  defaultPriority: PriorityLevel,
  /** Said instead when a reserve with a known time is recorded; null when a reserve changes nothing. */
  priorityWithReserve: z.nullable(PriorityLevel),
  /** What happens when it stops, in a few words. */
  atLoss: z.string(),
})
export type DeviceKind = z.infer<typeof DeviceKind>

/**
 * How long a patient tolerates to be without a device of this kind, as long as nobody has recorded it.
 *
 * It is the moment at which the level above ends (P1 within 2 hours, P2 within 8, P3 within 24), so
 * that it errs on the early side. A kind that is not in the table counts as P1.
 */
export function toleranceOfKind(kind: string, kinds: readonly DeviceKind[]): number {
  return toleranceMinutes[levelOfKind(kind, kinds)]
}

export function levelOfKind(kind: string, kinds: readonly DeviceKind[]): PriorityLevel {
  return kinds.find(({ title }) => title === kind)?.defaultPriority ?? 'P1'
}

const toleranceMinutes = {
  P1: 0,
  P2: 2 * 60,
  P3: 8 * 60,
  P4: 24 * 60,
} satisfies Record<PriorityLevel, number>
