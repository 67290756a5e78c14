import type { EmployeeId, PatientId } from '../base/ids.ts'
import { silentAfterMinutes } from './call-shares.ts'
import type { CallShares } from './person-fact.ts'

/** A patient of the phone's last share, and who else may have called. */
export type OwnCall = {
  patientId: PatientId
  /** Whoever had the patient before and was silent; null for nobody. */
  mayHaveCalled: { employeeId: EmployeeId; name: string } | null
  /** This phone has been silent for so long that the server may have given the patient to somebody else. */
  mayBeCalledByOthers: boolean
}

/**
 * Whom this phone calls: its last share, and nobody else. `silentMinutes` are counted by a clock that only runs forward,
 * from when the phone *sent* the last request that was answered: so it warns no later than the server moves a patient.
 */
export function ownShare(
  shares: CallShares,
  employeeId: EmployeeId,
  silentMinutes: number,
): OwnCall[] {
  const mayBeCalledByOthers = silentMinutes >= silentAfterMinutes
  return shares.shares
    .filter(({ caller }) => caller.employeeId === employeeId)
    .map(({ patientId, mayHaveCalled }) => ({ patientId, mayHaveCalled, mayBeCalledByOthers }))
}
