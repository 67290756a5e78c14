import * as z from 'zod/mini'
import { foldText } from '../base/folded-text.ts'
import { PriorityLevel } from './priority-level.ts'

/** Stays the same when the municipality words the title anew. */
export const DeviceKindId = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60))
  .brand<'DeviceKindId'>()
export type DeviceKindId = z.infer<typeof DeviceKindId>

/**
 * What is known of a kind of device whoever has it: class `systems` (`deviceKind@1`).
 *
 * Battery time is never here. It differs from 0 to 70 hours within a kind and belongs to each device.
 */
export const DeviceKind = z.object({
  /** As `PoweredDevice.kind` names it. */
  id: DeviceKindId,
  title: z.string(),
  /** What lists also call it; found within a longer text: the longest one wins, and the most urgent of two devices. */
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

/** A device as far as its kind goes; the fields that `PoweredDevice` says it with. */
type KindOfDevice = { kind: DeviceKindId | null; listedAs: string }

/** Returns what finds the kind that a list means by «O2-konsentrator 3 l/min»; null for what the table has no word for. */
export function deviceKindFinder(
  kinds: readonly DeviceKind[],
): (text: string) => DeviceKindId | null {
  const longestFirst = kinds
    .flatMap((kind) =>
      [kind.title, ...kind.synonyms].map((name) => ({ kind, name: foldText(name) })),
    )
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length)
  return (text) => {
    let unread = foldText(text)
    const found: DeviceKind[] = []
    for (const { kind, name } of longestFirst) {
      if (!unread.includes(name)) continue
      found.push(kind)
      // «non-invasiv respirator» is no «respirator» besides.
      unread = unread.replaceAll(name, ' ')
    }
    // A ventilator must not be lost behind the longer word of the alarm beside it.
    return found.toSorted((a, b) => urgencyOf(a) - urgencyOf(b))[0]?.id ?? null
  }
}

/** Welfare technology comes with the least urgent. */
function urgencyOf({ defaultPriority }: DeviceKind): number {
  return PriorityLevel.options.indexOf(defaultPriority ?? 'P4')
}

/**
 * Returns the level of a kind: null for welfare technology, P1 for a kind that nobody knows, until somebody
 * has asked.
 */
export function levelsByKind(
  kinds: readonly DeviceKind[],
): (id: DeviceKindId | null) => PriorityLevel | null {
  const levels = new Map(kinds.map(({ id, defaultPriority }) => [id, defaultPriority]))
  return (id) => {
    const level = id === null ? undefined : levels.get(id)
    return level === undefined ? 'P1' : level
  }
}

export type DeviceName = {
  /** Of its kind; as the list has it for a kind that the table does not know. */
  title: string
  /** What the list says more than that, as «O2-konsentrator 3 l/min». */
  listedAs: string | null
}

/** Returns what a device is called. What a list says of it is never hidden behind the title of its kind. */
export function deviceNames(kinds: readonly DeviceKind[]): (device: KindOfDevice) => DeviceName {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  return ({ kind: id, listedAs }) => {
    const kind = id === null ? undefined : byId.get(id)
    if (kind === undefined) return { title: listedAs, listedAs: null }
    const folded = foldText(listedAs)
    const isNothingMore = [kind.title, ...kind.synonyms].some((name) => foldText(name) === folded)
    return { title: kind.title, listedAs: isNothingMore ? null : listedAs }
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
