import { Link } from 'react-router'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { countdown as words } from '#text/nb/screens/people/countdown.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { paths } from '../../../paths/paths.ts'

/** Whom the step of the card calls for P1 under two hours without reserve, at any hour (TK-01). */
const calledByStep = ['amk', 'legevakt']

type RedCallsProps = { patient: Patient; contacts: readonly MunicipalityContact[] }

/** The numbers of the step, and what is read aloud there. A contact without a number is on the card. */
export function RedCalls({ patient, contacts }: RedCallsProps) {
  const called = calledByStep.flatMap((id) => contacts.filter((contact) => contact.id === id))
  return (
    <span className="person__red-calls">
      {called.map(({ id, role, numbers: [first] }) =>
        first === undefined ? null : (
          <a key={id} className="link" href={phoneLink(first.number)}>
            {`${role} ${phoneText(first.number)}`}
          </a>
        ),
      )}
      <Link className="link" to={paths.isbar.to({ patientId: patient.id })}>
        {words.readAloud}
      </Link>
    </span>
  )
}
