import { formsByUse } from '#domain/forms/municipality/form-marks.ts'
import { visitNoteForm } from '#domain/forms/form-reference.ts'
import { isAboutPatient, newestActive } from '#domain/forms/questionnaire.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { paths } from '../../paths/paths.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

const noUses: ReadonlyMap<string, number> = new Map()

/** The forms about a patient besides the visit note, whose button stands on top. */
export function PatientForms({ patient }: { patient: Patient }) {
  const { profile } = useUnlocked()
  const reading = useOpened((core) => core.reader.listForms())
  if (reading?.kind !== 'open' || !mayDo(profile.role, 'writeNotes')) return null
  const forms = newestActive(reading.value).filter(
    (form) => isAboutPatient(form) && form.name !== visitNoteForm,
  )
  if (forms.length === 0) return null
  return (
    <>
      <GroupHeading text={words.forms} />
      <Rows label={words.forms}>
        {formsByUse(forms, noUses).map(({ name, title }) => (
          <Row
            key={name}
            to={paths.startForm.to({ formId: name, patientId: patient.id })}
            name={title}
          />
        ))}
      </Rows>
    </>
  )
}
