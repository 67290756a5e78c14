import type { EmployeeId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { type ContactRow, isLeft } from '#domain/people/contact-list.ts'
import { type OwnCall, ownShare } from '#domain/people/own-share.ts'
import type { CallShares } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What decides who calls whom, as far as this phone knows. */
export type Calling = {
  me: EmployeeId
  /** Of the list in question, or of all lists. */
  shares: readonly CallShares[]
  /** How long the server has not heard from this phone. */
  silentMinutes: number
}

export type DealtCalls = {
  mine: ContactRow[]
  others: ContactRow[]
  reached: ContactRow[]
  shareOf(patient: PatientId): CallShares['shares'][number] | null
  ownCallOf(patient: PatientId): OwnCall | null
  dealtAt: Instant | null
}

/** Deals a list into hers, others' and those who are reached. Where the server has dealt no shares, everybody is hers. */
export function dealtCalls(
  rows: readonly ContactRow[],
  { me, shares, silentMinutes }: Calling,
): DealtCalls {
  const shareByPatient = new Map(
    shares.flatMap((dealt) => dealt.shares).map((share) => [share.patientId, share]),
  )
  const ownByPatient = new Map(
    shares
      .flatMap((dealt) => ownShare(dealt, me, silentMinutes))
      .map((call) => [call.patientId, call]),
  )
  const dealtIn = new Set<ZoneId>(shares.map(({ zone }) => zone))
  const isMine = ({ patient }: ContactRow) =>
    ownByPatient.has(patient.id) || !dealtIn.has(patient.zone)
  const groups: Pick<DealtCalls, 'mine' | 'others' | 'reached'> = {
    mine: [],
    others: [],
    reached: [],
  }
  for (const row of rows) {
    groups[isLeft(row) ? (isMine(row) ? 'mine' : 'others') : 'reached'].push(row)
  }
  return {
    ...groups,
    shareOf: (patient) => shareByPatient.get(patient) ?? null,
    ownCallOf: (patient) => ownByPatient.get(patient) ?? null,
    dealtAt:
      shares
        .map(({ dealtAt }) => dealtAt)
        .toSorted()
        .at(-1) ?? null,
  }
}
