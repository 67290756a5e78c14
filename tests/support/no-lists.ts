import type { DeviceLists } from '#app/worker/lists/device-lists.ts'
import { noon } from './a-patient.ts'
import { fullTrust } from './full-trust.ts'

const empty = () =>
  Promise.resolve({
    kind: 'open' as const,
    value: [],
    verifiedAt: noon,
    damaged: 0,
    missing: 0,
    newer: {},
    ...fullTrust,
  })

/** The lists of a phone on which every one is there and empty. */
export const noLists: DeviceLists = {
  listPatients: empty,
  listFormerPatients: empty,
  listDetails: empty,
  listWorkLists: empty,
  listNotes: empty,
  listHeldNotes: empty,
  listCards: empty,
  listForms: empty,
  listServices: empty,
  listDeviceKinds: empty,
  listSymptomGuides: empty,
  listReadyMessages: empty,
  listContacts: empty,
  listZonePlans: empty,
  listProtected: empty,
  listCoordinationFacts: empty,
  listPersonFacts: empty,
  listCallShares: empty,
  listZoneDirectories: empty,
  listZoneStaff: empty,
  listZoneSums: empty,
  listPatientLinks: empty,
  listAmendments: empty,
  listDetailsAmendments: empty,
  listProtectedAmendments: empty,
}
