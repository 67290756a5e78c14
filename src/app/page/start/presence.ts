/** How long ago somebody used the app, in any of its tabs. Without another tab it says what this one knows. */
export type Presence = {
  /** Reports a touch in this tab. */
  touch(): void
  /** Reports that this tab is in front. */
  front(): void
  /** Reports that a telephone call was begun from the app, which lies behind it meanwhile. */
  call(): void
  /** Reports that the employee is back in the app. */
  callEnded(): void
  millisecondsSinceTouch(): number
  millisecondsInBackground(): number
  /** Since a call that nobody has come back from; infinite when there is none. */
  millisecondsSinceCall(): number
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
  const call = sharedCall('beredt.called', storage, now)
  return {
    touch: touched.mark,
    front: inFront.mark,
    call: call.begin,
    callEnded: call.end,
    millisecondsSinceTouch: touched.since,
    millisecondsInBackground: inFront.since,
    millisecondsSinceCall: call.since,
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
      write(storage, key, String(own))
    },
    since(): number {
      const others = Number(storage.getItem(key) ?? Number.NaN)
      return Number.isFinite(others) ? Math.min(since(own), since(others)) : since(own)
    },
  }
}

/** Other tabs must not lock the one that she calls from. */
function sharedCall(key: string, storage: Stored, now: () => number) {
  const none = ''

  return {
    begin: () => write(storage, key, String(now())),
    end: () => write(storage, key, none),
    since(): number {
      const begun = storage.getItem(key) ?? none
      return begun === none ? Number.POSITIVE_INFINITY : Math.abs(now() - Number(begun))
    },
  }
}

function write(storage: Stored, key: string, value: string): void {
  try {
    storage.setItem(key, value)
  } catch (error) {
    // A full disk: each tab counts for itself then, and locks earlier.
    if (!(error instanceof DOMException)) throw error
  }
}
