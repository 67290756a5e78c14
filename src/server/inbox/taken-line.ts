import type { PushEntries } from '#contract/push-entries.ts'
import { noPreviousHash } from '#domain/entries/entry.ts'
import type { HeldEntry, InboxDevice, InboxStore } from './inbox-store.ts'

/** What became of the line of entries that a phone takes for received. */
export type TakenLine = {
  /** The highest landmark below which another entry has no number of the line. The phone sends again what is above. */
  held: number
  /**
   * The highest landmark down from which every number is stored as the phone has it; 0 for none. Above it the phone's
   * number may be a clone's here.
   */
  stored: number
  /**
   * The line's conflicts. The phone was told that they are stored, before the server was restored; then a clone filled
   * their numbers, and a push that came once more made them conflicts, in an answer that nobody waited for.
   */
  conflicts: HeldEntry[]
}

/** More than a clone writes before it hears of the other one. */
const maxDisputed = 1_000

/** Follows the line from landmark to landmark. `landmarks`: the device's rows of their numbers; around those that are not stored, more are read. */
export async function readTakenLine(
  inbox: Pick<InboxStore, 'listDisputed' | 'listHeld'>,
  { deviceId, head }: Pick<InboxDevice, 'deviceId' | 'head'>,
  taken: PushEntries['taken'],
  landmarks: readonly HeldEntry[],
): Promise<TakenLine> {
  const disputed = await inbox.listDisputed(deviceId, maxDisputed)
  const numbers = [...new Set(disputed.flatMap(({ n }) => [n - 1, n, n + 1]))]
  const around =
    numbers.length === 0 ? [] : await inbox.listHeld(deviceId, { numbers, entryIds: [] })
  const found = new Map([...landmarks, ...around].map((row) => [row.bytesHash, row]))
  const conflicts: HeldEntry[] = []
  let below: Place = { n: 0, hash: noPreviousHash }
  const heads = { held: 0, stored: 0 }
  let isStored = true
  for (const landmark of taken.toSorted((a, b) => a.n - b.n)) {
    const walked = walkDown([...found.values()], head, { from: landmark, to: below })
    // The phone sends again what is above, and is told of its conflicts then.
    if (!walked.isHeld) break
    conflicts.push(...walked.conflicts)
    isStored &&= walked.isStored
    heads.held = landmark.n
    if (isStored) heads.stored = landmark.n
    below = landmark
  }
  return { ...heads, conflicts }
}

type Place = { n: number; hash: string }
type Walk = { isHeld: boolean; isStored: boolean; conflicts: HeldEntry[] }

function walkDown(
  held: readonly HeldEntry[],
  head: number,
  { from, to }: { from: Place; to: Place },
): Walk {
  const walk: Walk = { isHeld: true, isStored: true, conflicts: [] }
  let { n, hash } = from
  while (n > to.n) {
    const there = held.filter((row) => row.n === n)
    if (there.length === 0 && n < from.n) {
      // A gap, which the phone knows of or hears of by the head.
      if (n > head) return { ...walk, isStored: false }
      // Far from any dispute, where one stored entry follows another.
      const next = nextStored(held, n)
      if (next === undefined || next.n <= to.n) return walk
      n = next.n
      hash = next.entryHash
      continue
    }
    const own = there.filter((row) => row.entryHash === hash)
    const row = own.find(({ status }) => status === 'stored') ?? own[0]
    if (row === undefined) return { ...walk, isHeld: false }
    if (own.every(({ status }) => status === 'conflict')) walk.conflicts.push(...own)
    walk.isStored &&= row.status === 'stored'
    n -= 1
    hash = row.prevHash
  }
  return { ...walk, isStored: walk.isStored && hash === to.hash }
}

function nextStored(held: readonly HeldEntry[], below: number): HeldEntry | undefined {
  return held
    .filter(({ n, status }) => n < below && status === 'stored')
    .toSorted((a, b) => b.n - a.n)[0]
}
