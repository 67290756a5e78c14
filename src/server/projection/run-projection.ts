import type { DeviceId, MunicipalityId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { IncidentEffects } from '#domain/incidents/incident-effects.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { WaitsFor } from '../base/inbox-entry.ts'
import type { AwaitingKey } from '../inbox/inbox-store.ts'
import {
  type ProjectionJob,
  countPostponed,
  listAwaitingKeys,
  perTransaction,
  projectWaiting,
  retryNewer,
} from './projection.ts'
import { openDirectory } from '../directory/directory.ts'
import { openCallDealing } from '../incidents/call-dealing.ts'
import { openZoneSumming } from '../incidents/zone-summing.ts'
import { tidyStreams } from './tidy-streams.ts'

/** How often streams are searched for what is old enough to be removed. */
const tidyMinutes = 60

export type Projection = {
  /** Projects at once, because entries were received. */
  wake(municipality: MunicipalityId): void
  start(): void
  stop(): Promise<void>
}

/** How often it looks for entries that another process received, or that a crash left. */
const pollMilliseconds = 5_000

/** Projects waiting entries, the municipalities in turns, until it is stopped. */
export function openProjection(
  job: ProjectionJob & {
    /** The world whose phones are told of zones and employees. */
    world: World
    /** Called after each round. */
    onAwaitingKeys(municipality: MunicipalityId, awaiting: readonly AwaitingKey[]): void
    /** Called when the streams were searched, with what the municipality's incidents change. */
    onEffects(municipality: MunicipalityId, effects: IncidentEffects): void
    /** Called after each round, with the entries that are not ready. */
    onPostponed(municipality: MunicipalityId, postponed: Record<WaitsFor, number>): void
  },
): Projection {
  const state: { stopped: boolean; timer: NodeJS.Timeout | null; running: Promise<void> | null } = {
    stopped: false,
    timer: null,
    running: null,
  }
  const woken = new Set<MunicipalityId>()
  const calls = openCallDealing(job)
  const sums = openZoneSumming(job)
  const directory = openDirectory(job)
  const suspects = new Set<DeviceId>()
  const noted: ProjectionJob = {
    ...job,
    suspects,
    isStopping: () => state.stopped,
    onWritten(stream) {
      calls.onWritten(stream)
      sums.onWritten(stream)
    },
  }
  const tidiedAt = new Map<MunicipalityId, Instant>()

  const tidyWhenDue = async (municipality: MunicipalityId): Promise<void> => {
    const now = job.now()
    const last = tidiedAt.get(municipality)
    if (last !== undefined && minutesBetween(last, now) < tidyMinutes) return
    const effects = await tidyStreams(job.db, municipality, now)
    job.onEffects(municipality, effects)
    tidiedAt.set(municipality, now)
    // Whose entries threw an hour ago may have been believed too little for long enough.
    suspects.clear()
  }

  const retried = new Set<MunicipalityId>()
  const report = async (municipality: MunicipalityId): Promise<void> => {
    job.onAwaitingKeys(municipality, await listAwaitingKeys(job, municipality))
    job.onPostponed(municipality, await countPostponed(job, municipality))
  }

  /** Answers whether more may wait. */
  const workFor = async (municipality: MunicipalityId): Promise<boolean> => {
    try {
      if (!retried.has(municipality)) await retryNewer(job, municipality)
      retried.add(municipality)
      // So many of one municipality before it is the turn of the next.
      if ((await projectWaiting(noted, municipality, perTransaction)) === perTransaction)
        return true
      if (state.stopped) return false
      await calls.dealDue(municipality)
      await sums.sumDue(municipality)
      await directory.writeDue(municipality)
      await report(municipality)
      await tidyWhenDue(municipality)
    } catch (fault) {
      // It is the turn of the others nevertheless: their notes must not wait for what is wrong here.
      job.onFault(fault)
    }
    return false
  }

  const work = async (): Promise<void> => {
    try {
      const municipalities = woken.size > 0 ? [...woken] : await listMunicipalities(job.db)
      woken.clear()
      for (let turn = municipalities; turn.length > 0;) {
        const unfinished = new Set<MunicipalityId>()
        for (const municipality of turn) {
          if (state.stopped) return
          if (await workFor(municipality)) unfinished.add(municipality)
        }
        // Whoever was woken meanwhile comes first in the next turn.
        turn = unfinished.size > 0 ? [...new Set([...woken, ...unfinished])] : []
        if (turn.length > 0) woken.clear()
      }
    } catch (fault) {
      // The database may be restarting; the next round tries again.
      job.onFault(fault)
    }
  }
  const run = (): void => {
    if (state.stopped || state.running !== null) return
    if (state.timer !== null) clearTimeout(state.timer)
    state.running = work().finally(() => {
      state.running = null
      if (!state.stopped) state.timer = setTimeout(run, woken.size > 0 ? 0 : pollMilliseconds)
    })
  }
  return {
    start: run,
    wake(municipality) {
      woken.add(municipality)
      run()
    },
    async stop() {
      state.stopped = true
      if (state.timer !== null) clearTimeout(state.timer)
      await state.running
    },
  }
}
