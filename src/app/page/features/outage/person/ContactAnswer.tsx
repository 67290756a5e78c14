import type { FactOf } from '#domain/people/people.ts'
import type { ContactState } from '#domain/people/person-fact.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { contactStateText } from '#text/nb/words/incident/person-fact.ts'
import { AnswerButton } from '../AnswerButton.tsx'
import type { PersonSaying } from '../use-person-saying.ts'

type ContactAnswerProps = {
  state: ContactState
  patient: Patient
  saying: PersonSaying
  /** What has been answered of this call; null while nothing has. */
  answer: FactOf<'contact'> | null
}

/** One big answer; pressed when it is what she has said. */
export function ContactAnswer({ state, patient, saying, answer }: ContactAnswerProps) {
  return (
    <AnswerButton
      text={contactStateText[state]}
      isChosen={answer?.body.state === state}
      onPress={() =>
        void saying.say(patient.zone, [
          { kind: 'contact', patientId: patient.id, state, word: null },
        ])
      }
    />
  )
}
