import type { Timers } from './line/timers.ts'
import { backOffMilliseconds } from './back-off.ts'
import type { CycleOutcome } from './sync-cycle.ts'

/** online, foreground and unlocked come from the device; asked is the user's own pull; written is a new entry. */
export type SyncTrigger = 'online' | 'foreground' | 'unlocked' | 'asked' | 'written' | 'poked'

export type RunnerServices = {
  cycle(): Promise<CycleOutcome>
  timers: Timers
  /** From 0 to 1. */
  random(): number
  /** Runs the work if no other page of the app is at it; answers false without running when one is. */
  alone(work: () => Promise<void>): Promise<boolean>
  /** A cycle threw: a fault of ours, to be logged. The next cycle comes all the same. */
  onFault(fault: unknown): void
}

export type SyncRunner = {
  trigger(reason: SyncTrigger): void
  stop(): void
}

const pollMilliseconds = 60_000
/** A frozen page may hold the lock for ever; after so many refusals the cycle runs without, which is safe. */
const mostRefusals = 3

/** Runs one cycle at a time: at once, every minute, when something calls for it, and after failures with back-off. */
export function startSyncRunner(services: RunnerServices): SyncRunner {
  const state = {
    failures: 0,
    refusals: 0,
    running: false,
    /** Something happened while a cycle ran, which it may have missed. */
    again: false,
    /** The server asked for peace; nothing but this time ends it. */
    mustWait: false,
    stopped: false,
    cancel: () => {},
  }

  const wait = (milliseconds: number): void => {
    state.cancel()
    state.cancel = services.timers.after(milliseconds, () => {
      state.mustWait = false
      void run()
    })
  }

  const run = async (): Promise<void> => {
    if (state.running || state.stopped) return
    state.running = true
    state.again = false
    state.cancel()
    const next = await nextDelay(services, state)
    state.running = false
    if (state.stopped) return
    wait(state.again && !state.mustWait ? 0 : next)
  }

  const trigger = (reason: SyncTrigger): void => {
    if (state.mustWait || state.stopped) return
    if (reason !== 'written' && reason !== 'poked') state.failures = 0
    if (state.running) {
      state.again = true
      return
    }
    // A new entry does not shorten a back-off: the line is known to be down.
    if (state.failures > 0) return
    // Phones that get the network back together come one by one.
    wait(reason === 'online' ? backOffMilliseconds(1, services.random) : 0)
  }

  void run()
  return {
    trigger,
    stop() {
      state.stopped = true
      state.cancel()
    },
  }
}

type Progress = { failures: number; refusals: number; mustWait: boolean }

/** Runs one cycle and answers how long to wait for the next. */
async function nextDelay(services: RunnerServices, state: Progress): Promise<number> {
  let outcome: CycleOutcome | 'fault' = 'fault'
  const work = async (): Promise<void> => {
    outcome = await services.cycle()
  }
  try {
    const ran = state.refusals < mostRefusals ? await services.alone(work) : (await work(), true)
    if (!ran) {
      state.refusals++
      return pollMilliseconds
    }
  } catch (fault) {
    services.onFault(fault)
  }
  state.refusals = 0
  return delayAfter(outcome, services, state)
}

function delayAfter(
  outcome: CycleOutcome | 'fault',
  { random }: RunnerServices,
  state: Progress,
): number {
  const failures = outcome === 'fault' ? ['fault'] : outcome.failures
  // Without sign-in the line is fine, and asking again soon changes nothing.
  const signInOnly = outcome !== 'fault' && outcome.signIn === 'needed' && failures.length === 1
  if (failures.length === 0 || signInOnly) {
    state.failures = 0
    return pollMilliseconds
  }
  // A line that carried something and then broke is there. What failed in another way is not asked
  // for again any sooner: a server that is at odds with itself would be asked for everything, for ever.
  const isBroken = outcome !== 'fault' && outcome.failures.every(isUnreachable)
  if (isBroken && outcome.hasProgressed) state.failures = 0
  state.failures++
  const backOff = backOffMilliseconds(state.failures, random)
  const asked = outcome === 'fault' ? 0 : retryAfterMilliseconds(outcome)
  state.mustWait = asked > 0
  return Math.max(backOff, asked)
}

function isUnreachable({ kind }: CycleOutcome['failures'][number]): boolean {
  return kind === 'unreachable'
}

function retryAfterMilliseconds({ failures }: CycleOutcome): number {
  const seconds = failures.map((failure) =>
    failure.kind === 'busy' ? (failure.retryAfterSeconds ?? 0) : 0,
  )
  return 1000 * Math.max(0, ...seconds)
}
