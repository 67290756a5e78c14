import { unaskedAccounts } from './unasked-accounts.ts'
import type { Api, Session } from '#app/online/api.ts'
import { accepted, refused } from '#domain/base/result.ts'

/** A server that lets the session in, and is not reached for anything else. */
export function silentApi(session: Session): Api {
  return {
    signIn: () => Promise.resolve(accepted(session)),
    redeemInvitation: () => Promise.resolve(accepted(session)),
    readSession: () => Promise.resolve(accepted(session)),
    signOut: () => Promise.resolve(),
    startResuming: unreachable,
    resumeSession: unreachable,
    startEnrolment: unreachable,
    enrolDevice: unreachable,
    listAlarms: unreachable,
    listSecurityEvents: unreachable,
    listZoneStatus: unreachable,
    ...unaskedAccounts,
    listHeldEntries: unreachable,
    listEntriesToCheck: unreachable,
    decideAmendment: unreachable,
    decidePatientLink: unreachable,
    decideHeldEntry: unreachable,
    listDeviceRequests: unreachable,
    decideDeviceRequest: unreachable,
    readMunicipalitySettings: unreachable,
    saveMunicipalitySettings: unreachable,
    saveZonePlan: unreachable,
    saveContact: unreachable,
    assessForm: unreachable,
    publishForm: unreachable,
    setFormUse: unreachable,
    readPatientDetails: unreachable,
    reserveBinderCopy: unreachable,
    previewImport: unreachable,
    takeImport: unreachable,
    readLastImport: unreachable,
    saveColumnAnswer: unreachable,
    restoreImport: unreachable,
  }
}

function unreachable() {
  return Promise.resolve(refused({ kind: 'unreachable' } as const))
}
