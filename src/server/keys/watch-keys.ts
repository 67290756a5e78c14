import type { KeyRing } from './key-ring.ts'

export type KeyWatch = { start(): void; stop(): void }

/** Looks at an interval for keys that a rotation has put in the folder. */
export function watchKeys(
  ring: KeyRing,
  {
    everyMilliseconds,
    onOutcome,
    onFault,
  }: {
    everyMilliseconds: number
    /** Called when the outcome is another one than before. */
    onOutcome(outcome: 'adopted' | 'refused', version: number): void
    onFault(fault: unknown): void
  },
): KeyWatch {
  let timer: NodeJS.Timeout | null = null
  let last = 'unchanged'
  const look = async (): Promise<void> => {
    try {
      const outcome = await ring.refresh()
      if (outcome !== 'unchanged' && outcome !== last) {
        onOutcome(outcome, ring.current().signed.keySet.version)
      }
      last = outcome === 'adopted' ? 'unchanged' : outcome
    } catch (fault) {
      // A file may be half copied; the keys in use are good until the next look.
      if (last !== 'fault') onFault(fault)
      last = 'fault'
    }
  }
  const schedule = (): void => {
    timer = setTimeout(
      () => void look().finally(() => timer !== null && schedule()),
      everyMilliseconds,
    )
    timer.unref()
  }
  return {
    start: schedule,
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
