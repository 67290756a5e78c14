import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { Database } from '../database/database.ts'
import { keepAccounts, type KeepingServices, readKept } from './keep-accounts.ts'
import { hasDueStandIns, settleStandIns } from './settle-stand-ins.ts'

export type StandInClock = { start(): void; stop(): Promise<void> }

/** Settles at an interval what the time of stand-ins has made due. Several servers may do it at once. */
export function standInClock(
  services: KeepingServices & { db: Database },
  { everyMilliseconds, onFault }: { everyMilliseconds: number; onFault(fault: unknown): void },
): StandInClock {
  const state: { timer: NodeJS.Timeout | null; running: Promise<void> } = {
    timer: null,
    running: Promise.resolve(),
  }
  const round = async (): Promise<void> => {
    try {
      await settleAllStandIns(services)
    } catch (fault) {
      // The database may be restarting; the next round tries again.
      onFault(fault)
    }
  }
  const schedule = (): void => {
    state.timer = setTimeout(() => {
      state.running = round().finally(() => {
        if (state.timer !== null) schedule()
      })
    }, everyMilliseconds)
    state.timer.unref()
  }
  return {
    start: schedule,
    async stop() {
      if (state.timer !== null) clearTimeout(state.timer)
      state.timer = null
      await state.running
    },
  }
}

/** One round for every municipality. Nobody waits for it where nothing is due. */
export async function settleAllStandIns(
  services: KeepingServices & { db: Database },
): Promise<void> {
  for (const municipality of await listMunicipalities(services.db)) {
    const by = { municipality, keeper: null }
    if (await readKept(services, by, hasDueStandIns)) {
      await keepAccounts(services, by, settleStandIns)
    }
  }
}
