import type { FactOf } from '#domain/people/people.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import type { PersonSaying } from '../use-person-saying.ts'
import { ContactAnswer } from './ContactAnswer.tsx'

const others = ['visited', 'transferred', 'dead'] as const

type OtherAnswersProps = {
  patient: Patient
  saying: PersonSaying
  answer: FactOf<'contact'> | null
}

/** The states that a call seldom ends with, folded. */
export function OtherAnswers(props: OtherAnswersProps) {
  return (
    <details className="folded">
      <summary>{words.otherAnswers}</summary>
      <div className="stack">
        {others.map((state) => (
          <ContactAnswer key={state} state={state} {...props} />
        ))}
      </div>
    </details>
  )
}
