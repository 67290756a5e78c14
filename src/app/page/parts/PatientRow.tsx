import type { ReactNode } from 'react'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { useAway } from '../services/amendments.ts'
import { type ListOrigin, paths } from '../paths/paths.ts'
import { PhoneButton } from '../ui/PhoneButton.tsx'
import { Row } from '../ui/Rows.tsx'
import { usePatientLines } from '../amendment-parts/use-patient-lines.tsx'

type PatientRowProps = {
  patient: Patient
  /** The list that she stands on here. */
  origin?: ListOrigin
  facts: readonly ReactNode[]
  strong?: ReactNode
  time?: { clock: string; distance?: string | undefined; near?: boolean }
}

/** A patient as one answer: time, name, what was signed since the list, what there is to know, and the phone. */
export function PatientRow({ patient, origin, facts, strong, time }: PatientRowProps) {
  const name = lookupName(patient.name)
  const lines = usePatientLines(patient)
  // Nobody rings the dead by mistake; the card still has her number.
  const phone = useAway(patient.id) === 'died' ? null : phoneShown(patient)
  return (
    <Row
      to={paths.patient.to({ patientId: patient.id, ...origin })}
      name={name}
      facts={[...lines, ...facts]}
      {...(strong === undefined ? {} : { strong })}
      {...(time === undefined ? {} : { time })}
      {...(phone === null
        ? {}
        : {
            aside: (
              <PhoneButton
                href={phoneLink(phone)}
                label={lists.call(name, phoneText(phone))}
                number={phoneText(phone)}
              />
            ),
          })}
    />
  )
}
