import type { EmployeeId, PatientId, ZoneId } from '../base/ids.ts'
import type { PatientListKind } from '../lists/patient-list.ts'
import { type Instant, minutesBetween } from '../time/instant.ts'
import { type CallPerson, type CallShare, dealPool } from './deal-pool.ts'
import type { CallShares } from './person-fact.ts'

export type Caller = {
  person: CallPerson
  /** When the server last heard from the phone that she calls with. */
  lastHeardAt: Instant
  /** What she said last. When she no longer calls, whoever she has not marked may go to others. */
  isCalling: boolean
}

/** After so long without a word from her phone, others may get the patients that it has. */
export const silentAfterMinutes = 15

export type CallRound = {
  zone: ZoneId
  list: PatientListKind
  /** Patients whom nobody has reached, the most urgent first. One who is marked leaves it, and so her share. */
  waiting: readonly PatientId[]
  callers: readonly Caller[]
  now: Instant
}

/**
 * Who calls whom from now on. A patient stays with the one who has her until she is marked, her caller says that she no
 * longer calls, or her caller's phone has been silent for a quarter of an hour; only the last lets two people call one
 * patient, and both are told. What nobody has is dealt out. Answers `previous` itself when nothing has changed.
 */
export function dealShares(
  previous: CallShares | null,
  { zone, list, waiting, callers, now }: CallRound,
): CallShares {
  const stateOf = callerStates(callers, now)
  const active = callers.flatMap(({ person }) =>
    stateOf(person.employeeId) === 'active' ? [person] : [],
  )
  const held = new Map(previous?.shares.map((share) => [share.patientId, share]))
  const kept = new Map<PatientId, CallShare>()
  const pool: PatientId[] = []
  const mayHaveCalled = new Map<PatientId, CallPerson>()
  for (const patientId of new Set(waiting)) {
    const share = held.get(patientId)
    const state = share === undefined ? null : stateOf(share.caller.employeeId)
    if (share !== undefined && (state === 'active' || active.length === 0)) {
      kept.set(patientId, share)
      continue
    }
    pool.push(patientId)
    if (share === undefined) continue
    const other = state === 'silent' ? share.caller : share.mayHaveCalled
    if (other !== null) mayHaveCalled.set(patientId, other)
  }
  const dealt = dealPool(pool, active, [...kept.values()])
  const shares = [...new Set(waiting)].flatMap((patientId): CallShare[] => {
    const share = kept.get(patientId)
    if (share !== undefined) return [share]
    const caller = dealt.get(patientId)
    if (caller !== undefined) {
      const other = mayHaveCalled.get(patientId) ?? null
      return [
        {
          patientId,
          caller,
          mayHaveCalled: other?.employeeId === caller.employeeId ? null : other,
        },
      ]
    }
    // Nobody has room yet. It must not be forgotten who may have called.
    const before = held.get(patientId)
    return before !== undefined && mayHaveCalled.has(patientId) ? [before] : []
  })
  return previous !== null && isSame(previous.shares, shares)
    ? previous
    : { zone, list, dealtAt: now, shares }
}

/** A caller of whom the server knows nothing is silent: she may be calling. */
function callerStates(
  callers: readonly Caller[],
  now: Instant,
): (id: EmployeeId) => 'active' | 'silent' | 'left' {
  const byId = new Map(callers.map((caller) => [caller.person.employeeId, caller]))
  return (id) => {
    const caller = byId.get(id)
    if (caller === undefined) return 'silent'
    if (!caller.isCalling) return 'left'
    return minutesBetween(caller.lastHeardAt, now) >= silentAfterMinutes ? 'silent' : 'active'
  }
}

function isSame(a: readonly CallShare[], b: readonly CallShare[]): boolean {
  return (
    a.length === b.length &&
    a.every((share, place) => {
      const other = b[place]
      return (
        other !== undefined &&
        share.patientId === other.patientId &&
        share.caller.employeeId === other.caller.employeeId &&
        share.mayHaveCalled?.employeeId === other.mayHaveCalled?.employeeId
      )
    })
  )
}
