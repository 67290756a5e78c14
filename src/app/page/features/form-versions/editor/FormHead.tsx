import type { FormEdit } from '#domain/form-versions/editing/form-edit.ts'
import { formLimits } from '#domain/form-versions/editing/form-faults.ts'
import { isAboutPatient, type Questionnaire } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { municipalForms } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { Chips } from '../../../ui/Chips.tsx'
import { TextField } from '../../../ui/TextField.tsx'

type FormHeadProps = { form: Questionnaire; onEdit: (edit: FormEdit) => void }

export function FormHead({ form, onEdit }: FormHeadProps) {
  return (
    <>
      <TextField
        label={words.formTitle}
        isRequired
        from={form.title}
        maxLength={formLimits.title}
        onType={(text) => onEdit({ kind: 'title', text })}
      />
      <Chips
        label={words.about}
        count="one"
        choices={(['patient', 'zone'] as const).map((value) => ({
          value,
          label: municipalForms.about[value],
        }))}
        chosen={[isAboutPatient(form) ? 'patient' : 'zone']}
        onChoose={([chosen]) =>
          onEdit({ kind: 'about', about: chosen === 'zone' ? 'zone' : 'patient' })
        }
      />
    </>
  )
}
