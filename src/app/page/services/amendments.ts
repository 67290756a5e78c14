import { createContext, useContext } from 'react'
import { amendmentsByPatient, noAmendments, shownAway } from '#domain/amendments/by-patient.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Away } from '#domain/amendments/standing-amendments.ts'
import type { PatientId } from '#domain/base/ids.ts'
import type { AmendmentsReading } from '#app/bridge/device-queries.ts'
import type { Reading } from '#app/bridge/reading.ts'

/** What this phone knows to be signed since the lists, for every screen behind the lock. Undefined while it is being read. */
export const AmendmentsContext = createContext<KnownAmendments>({
  reading: undefined,
  of: noAmendments,
})

export type KnownAmendments = {
  reading: Reading<AmendmentsReading> | undefined
  of: (id: PatientId) => readonly ShownAmendment[]
}

export function knownAmendments(reading: Reading<AmendmentsReading> | undefined): KnownAmendments {
  const of = reading?.kind === 'open' ? amendmentsByPatient(reading.value.standing) : noAmendments
  return { reading, of }
}

export function useAmendments(): KnownAmendments {
  return useContext(AmendmentsContext)
}

/** What lies on top of what the list says of a patient, newest first. */
export function useAmendmentsOf(id: PatientId): readonly ShownAmendment[] {
  return useAmendments().of(id)
}

/** Where she is instead of at home, as far as anybody has signed. */
export function useAway(id: PatientId): Away | null {
  return shownAway(useAmendmentsOf(id))
}
