import { DecidePatientLink } from '#contract/new-patients/decide-patient-link.ts'
import { routes } from '#contract/routes.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { aPatientId } from './a-patient.ts'

const zone = ZoneId.parse('nord-1')

/** The message that a temporary patient is one of the list, both in one zone. */
export const aLinkDecision = {
  route: routes.decidePatientLink,
  schema: DecidePatientLink,
  message: {
    temporaryId: aPatientId(90),
    zone,
    patientId: aPatientId(1),
    patientZone: zone,
    choice: 'same',
  },
}
