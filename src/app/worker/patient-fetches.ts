import type { EmployeeId, PatientId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { PartRead } from '#domain/amendments/part-read.ts'
import { partMinutes } from '#domain/patient/patient-part.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type {
  Fetched,
  FetchOrder,
  FetchRefusal,
  PatientFetches,
} from '#app/bridge/patient-fetches.ts'
import type { Timers } from '#sync/line/timers.ts'

/** Asks the server for a part, for the employee who has unlocked. */
export type FetchPart = (
  order: FetchOrder & { employee: EmployeeId },
) => Promise<Result<PartRead, Exclude<FetchRefusal, { kind: 'locked' }>>>

type FetchServices = {
  clock: DeviceClock
  timers: Timers
  fetchPart: FetchPart
  /** Whether this worker sends no messages. */
  isCut(): boolean
}

type Held = Fetched & { employee: EmployeeId; patientId: PatientId; from: Instant }

/** Holds the fetched parts in memory. Nothing here knows a database. */
export function patientFetches(
  { findUnlocked }: Pick<VaultAccess, 'findUnlocked'>,
  { clock, timers, fetchPart, isCut }: FetchServices,
): PatientFetches & { drop(): void } {
  let held: Held[] = []
  /** Goes up with each lock: what was asked for before must not be held after. */
  let locks = 0

  /** Also when the clock was set back: what counts as fetched later than now is dropped. */
  function dropOld(): void {
    const now = clock.now()
    held = held.filter(({ from, until }) => from <= now && now < until)
  }

  return {
    async fetch(order) {
      const unlocked = await findUnlocked()
      if (unlocked === null) return refused({ kind: 'locked' })
      if (isCut()) return refused({ kind: 'unreachable' })
      const lockedBefore = locks
      const { employeeId: employee } = unlocked
      const answer = await fetchPart({ ...order, employee })
      if (locks !== lockedBefore) return refused({ kind: 'locked' })
      if (!answer.ok) return answer
      const { patientId, part } = order
      const from = clock.now()
      const others = held.filter((one) => one.patientId !== patientId || one.read.part !== part)
      const until = plusMinutes(from, partMinutes)
      held = [...others, { employee, patientId, read: answer.value, from, until }]
      // The timer empties the memory of a device that lies unused; a reader compares the times as well.
      timers.after(partMinutes * 60_000, dropOld)
      return accepted(null)
    },

    async listFetched(patientId) {
      const unlocked = await findUnlocked()
      dropOld()
      return held
        .filter((one) => one.patientId === patientId && one.employee === unlocked?.employeeId)
        .map(({ read, until }) => ({ read, until }))
    },

    drop() {
      locks++
      held = []
    },
  }
}
