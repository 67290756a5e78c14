import type { Timers } from './line/timers.ts'
import { backOffMilliseconds } from './back-off.ts'
import type { CycleOutcome } from './sync-cycle.ts'

/** The device causes online, foreground and unlocked. requested: the employee asked for it. written: there is a new entry. */
export type SyncTrigger = 'online' | 'foreground' | 'unlocked' | 'requested' | 'written'

export type RunnerServices = {
  cycle(): Promise<CycleOutcome>
  timers: Timers
  /** From 0 to 1. */
  random(): number
  /** Runs the work unless another page of the app is syncing; answers false then. */
  runExclusively(work: () => Promise<void>): Promise<boolean>
  /** Called when another page is syncing. */
  onElsewhere(): void
  /** Called with what a cycle threw, to be logged. The next cycle still runs. */
  onFault(fault: unknown): void
}

export type SyncRunner = {
  trigger(reason: SyncTrigger): void
  stop(): void
}

const pollMilliseconds = 60_000
/** A frozen page may hold the lock for ever: after this many refusals, the cycle runs without it, which is safe. */
const maxRefusals = 3

/** Runs one cycle at a time: at once, every minute, when triggered, and after failures with back-off. */
export function startSyncRunner(services: RunnerServices): SyncRunner {
  const state = {
    failures: 0,
    refusals: 0,
    running: false,
    /** True when a trigger arrived while a cycle ran, which the cycle may have missed. */
    again: false,
    /** True while the server's Retry-After lasts: no trigger shortens it. */
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
    // After a failure no trigger shortens the wait. One of the device has begun the back-off again.
    wait(state.again && state.failures === 0 ? 0 : next)
  }

  const trigger = (reason: SyncTrigger): void => {
    if (state.mustWait || state.stopped) return
    if (reason !== 'written') state.failures = 0
    if (state.running) {
      state.again = true
      return
    }
    // A new entry does not shorten the back-off, because the line is known to be down.
    if (state.failures > 0) return
    // A random delay, so that phones that get the network back together do not all sync at once.
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
    const ran =
      state.refusals < maxRefusals ? await services.runExclusively(work) : (await work(), true)
    if (!ran) {
      state.refusals++
      services.onElsewhere()
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
  // When only sign-in is missing, the line works, and retrying soon would change nothing.
  const signInOnly = outcome !== 'fault' && outcome.signIn === 'needed' && failures.length === 1
  if (failures.length === 0 || signInOnly) {
    state.failures = 0
    return pollMilliseconds
  }
  // A line that carried something and then broke is retried soon. Other failures are not: a server with
  // inconsistent data would otherwise be asked for everything again, for ever.
  const isBroken = outcome !== 'fault' && outcome.failures.every(isUnreachable)
  if (isBroken && outcome.hasProgressed) state.failures = 0
  state.failures++
  const backOff = backOffMilliseconds(state.failures, random)
  const retryAfter = outcome === 'fault' ? 0 : retryAfterMilliseconds(outcome)
  state.mustWait = retryAfter > 0
  return Math.max(backOff, retryAfter)
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
