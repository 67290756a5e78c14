import type { Patient } from '#domain/patient/patient.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { fetches } from '#text/nb/screens/fetches.ts'
import { signingList } from '#text/nb/screens/medicines/signing-list.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { FetchedPart } from './FetchedPart.tsx'

/** The way to the medication sheet, which a role without the details fetches first. */
export function MedicationLink({ patient }: { patient: Patient }) {
  const { profile } = useUnlocked()
  const link = (
    <Action rank="second" to={paths.medication.to({ patientId: patient.id })}>
      {words.openMedicationSheet}
    </Action>
  )
  if (!mayDo(profile.role, 'fetchPatientPart')) {
    return (
      <div className="patient__medicines">
        {mayDo(profile.role, 'writeNotes') ? (
          <Action rank="second" to={paths.signingList.to({ patientId: patient.id })}>
            {signingList.open}
          </Action>
        ) : null}
        {link}
      </div>
    )
  }
  return (
    <>
      <GroupHeading text={fetches.heading} />
      <FetchedPart patient={patient} part="details">
        {({ details }) => (details === null ? <p>{fetches.nothing}</p> : link)}
      </FetchedPart>
    </>
  )
}
