import { noSyncYet, type SyncStatus } from '#app/bridge/sync-status.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { CycleOutcome } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import {
  afterCycle,
  afterElsewhere,
  afterEvent,
  afterFault,
  afterRenewal,
  afterTrying,
  atRest,
} from './sync-progress.ts'
import type { VouchingRefusal } from './vouching-refusal.ts'

type StatusServices = {
  now(): Instant
  isConfirmed(): boolean | null
}

/** What this worker knows of line and sync, and the pages that are told of each change. */
export function shownStatus({ now, isConfirmed }: StatusServices) {
  let status = noSyncYet
  const listeners = new Set<(status: SyncStatus) => void>()
  const show = (next: SyncStatus): void => {
    if (next === status) return
    status = next
    for (const listener of listeners) listener(next)
  }
  return {
    current: () => status,
    set: (known: Partial<SyncStatus>) => show({ ...status, ...known }),
    report: (event: SyncEvent) =>
      show(afterEvent(status, event, { now: now(), isConfirmed: isConfirmed() })),
    tryLine: () => show(afterTrying(status)),
    leaveToOther: () => show(afterElsewhere(status)),
    rest: () => show(atRest(status)),
    endCycle: (outcome: CycleOutcome) => show(afterCycle(status, outcome)),
    endFault: (fault: unknown): never => {
      show(afterFault(status, fault))
      throw fault
    },
    endRenewal: (refusal: VouchingRefusal | null) => show(afterRenewal(status, refusal)),
    watch(listener: (status: SyncStatus) => void): void {
      listeners.add(listener)
      listener(status)
    },
  }
}
