import * as z from 'zod/mini'
import { foldText } from '../base/folded-text.ts'
import { PriorityLevel } from './priority-level.ts'

/**
 * What is known of a kind of device whoever has it: class `systems` (`deviceKind@1`).
 *
 * Battery time is never here. It differs from 0 to 70 hours within a kind and belongs to each device.
 */
export const DeviceKind = z.object({
  /** As `PoweredDevice.kind` names it. */
  title: z.string(),
  /** What lists also call it; found within a longer text, the longest one wins. */
  synonyms: z.array(z.string()),
  /**
   * Said of the patient before anybody has asked; the cautious one where it depends. Null for welfare
   * technology: there, loss of power is loss of warning, which the list of the service follows up.
   */
  defaultPriority: z.nullable(PriorityLevel),
  /** Said instead when a reserve with a known time is recorded; null when a reserve changes nothing. */
  priorityWithReserve: z.nullable(PriorityLevel),
  /** What happens when it stops, in a few words. */
  atLoss: z.string(),
})
export type DeviceKind = z.infer<typeof DeviceKind>

/** The kind that a list means by «O2-konsentrator 3 l/min»; null for what the table has no word for. */
export function findDeviceKind(text: string, kinds: readonly DeviceKind[]): DeviceKind | null {
  return deviceKindFinder(kinds)(text)
}

/**
 * Returns the level of a device by its kind's text: null for welfare technology, P1 for a kind that nobody
 * knows, until somebody has asked. It folds the table once and each text once: lists ask it for thousands.
 */
export function levelsByKind(kinds: readonly DeviceKind[]): (text: string) => PriorityLevel | null {
  const findKind = deviceKindFinder(kinds)
  const known = new Map<string, PriorityLevel | null>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const kind = findKind(text)
    const level = kind === null ? 'P1' : kind.defaultPriority
    known.set(text, level)
    return level
  }
}

function deviceKindFinder(kinds: readonly DeviceKind[]): (text: string) => DeviceKind | null {
  const longestFirst = kinds
    .flatMap((kind) =>
      [kind.title, ...kind.synonyms].map((name) => ({ kind, name: foldText(name) })),
    )
    .toSorted((a, b) => b.name.length - a.name.length)
  return (text) => {
    const folded = foldText(text)
    return longestFirst.find(({ name }) => folded.includes(name))?.kind ?? null
  }
}

/**
 * How long a patient tolerates to be without a device of that level, as long as nobody has recorded
 * it: the moment at which the level above ends (P1 within 2 hours, P2 within 8, P3 within 24), so
 * that it errs on the early side.
 */
export const toleranceOfLevel = {
  P1: 0,
  P2: 2 * 60,
  P3: 8 * 60,
  P4: 24 * 60,
} satisfies Record<PriorityLevel, number>
