import { useNavigate } from 'react-router'
import type { IncidentId } from '#domain/base/ids.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { type OutageList, paths } from '../paths/paths.ts'
import { useAway } from '../services/amendments.ts'
import { useServices } from '../services/services.ts'
import { PhoneButton } from '../ui/PhoneButton.tsx'

/** Where she goes on when the call is over. */
export type CallFrom = {
  from?: OutageList | undefined
  incident: IncidentId
  list?: PatientListKind | undefined
}

/** What a press on a number does beside calling: the patient's screen stands there when she comes back. */
export function useCall({ replace = false }: { replace?: boolean } = {}) {
  const { clock } = useServices()
  const navigate = useNavigate()
  return (patient: Patient, from: CallFrom) =>
    void navigate(
      paths.personInIncident.to({ patientId: patient.id, calledAt: clock.now(), ...from }),
      { replace },
    )
}

/** The round phone of a row. It renders nothing for a number that is hidden or not recorded. */
export function CallButton({ patient, from }: { patient: Patient; from: CallFrom | null }) {
  const call = useCall()
  const phone = phoneShown(patient)
  const away = useAway(patient.id)
  // Nobody rings the dead by mistake.
  if (away === 'died') return null
  if (phone === null) return null
  return (
    <PhoneButton
      href={phoneLink(phone)}
      label={words.call(lookupName(patient.name), phoneText(phone))}
      number={phoneText(phone)}
      {...(from === null ? {} : { onPress: () => call(patient, from) })}
    />
  )
}
