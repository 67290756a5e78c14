/** How long ago somebody used the app, in any of its tabs. Without another tab it says what this one knows. */
export type Presence = {
  /** Reports a touch in this tab. */
  touch(): void
  /** Reports that this tab is in front. */
  front(): void
  millisecondsSinceTouch(): number
  millisecondsInBackground(): number
}

type Stored = Pick<Storage, 'getItem' | 'setItem'>

/** Fast typing need not write to the disk for each letter. */
const minMillisecondsBetweenWrites = 1_000

/**
 * The tabs tell each other through the browser's storage, which a tab that was frozen reads when it
 * wakes: a message would have gone past it. Whoever can write there can write in the profile.
 */
export function sharedPresence(storage: Stored, now: () => number): Presence {
  const touched = sharedMoment('beredt.touched', storage, now)
  const inFront = sharedMoment('beredt.front', storage, now)
  return {
    touch: touched.mark,
    front: inFront.mark,
    millisecondsSinceTouch: touched.since,
    millisecondsInBackground: inFront.since,
  }
}

function sharedMoment(key: string, storage: Stored, now: () => number) {
  let own = now()
  let writtenAt: number | null = null

  /** A clock that was set back must not keep the phone unlocked for longer. */
  function since(moment: number): number {
    return Math.abs(now() - moment)
  }

  return {
    mark(): void {
      own = now()
      if (writtenAt !== null && since(writtenAt) < minMillisecondsBetweenWrites) return
      writtenAt = own
      try {
        storage.setItem(key, String(own))
      } catch (error) {
        // A full disk: each tab counts for itself then, and locks earlier.
        if (!(error instanceof DOMException)) throw error
      }
    },
    since(): number {
      const others = Number(storage.getItem(key) ?? Number.NaN)
      return Number.isFinite(others) ? Math.min(since(own), since(others)) : since(own)
    },
  }
}
