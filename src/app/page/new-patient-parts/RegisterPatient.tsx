import { PersonPlusIcon } from '@navikt/aksel-icons'
import { registrationForm } from '#domain/new-patients/registration.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { newPatients as words } from '#text/nb/screens/new-patients.ts'
import { paths } from '../paths/paths.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { Action } from '../ui/Action.tsx'
import './new-patients.css'

/** The way to register a patient whom no list has, for the roles that do. */
export function RegisterPatient() {
  const { profile } = useUnlocked()
  if (!mayDo(profile.role, 'registerPatients')) return null
  return (
    <div className="register-patient">
      <Action
        rank="second"
        to={paths.startForm.to({ formId: registrationForm })}
        icon={<PersonPlusIcon aria-hidden fontSize="1.5rem" />}
      >
        {words.register}
      </Action>
    </div>
  )
}
