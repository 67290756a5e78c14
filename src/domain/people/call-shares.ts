import type { EmployeeId, PatientId, ZoneId } from '../base/ids.ts'
import type { PatientListKind } from '../lists/patient-list.ts'
import { type Instant, minutesBetween } from '../time/instant.ts'
import type { CallShares } from './person-fact.ts'

type Share = CallShares['shares'][number]
export type CallPerson = Share['caller']

export type Caller = {
  person: CallPerson
  /** When the server last heard from a phone of hers. */
  lastHeardAt: Instant
  isCalling: boolean
}

/** After so long without a word from her phone, others may get the patients that it has. */
export const silentAfterMinutes = 15

/** About an hour's calls: as many as a phone without contact has to go on with. */
export const mostInShare = 30

export function dealShares(
  previous: CallShares | null,
  {
    zone,
    list,
    waiting,
    callers,
    now,
  }: {
    zone: ZoneId
    list: PatientListKind
    /** Patients whom nobody has reached, the most urgent first. */
    waiting: readonly PatientId[]
    callers: readonly Caller[]
    now: Instant
  },
): CallShares {
  const before = new Map(previous?.shares.map((share) => [share.patientId, share]))
  const silent = new Set<EmployeeId>()
  const calling: CallPerson[] = []
  for (const { person, lastHeardAt, isCalling } of callers) {
    if (!isCalling) continue
    if (minutesBetween(lastHeardAt, now) >= silentAfterMinutes) silent.add(person.employeeId)
    else calling.push(person)
  }
  void before
  void silent
  const shares: Share[] = []
  waiting.forEach((patientId, place) => {
    const caller = calling[place % Math.max(1, calling.length)]
    if (caller !== undefined) shares.push({ patientId, caller, mayHaveCalled: null })
  })
  return { zone, list, dealtAt: now, shares }
}
