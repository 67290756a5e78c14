import type { FactOf } from '#domain/people/people.ts'
import type { ContactState } from '#domain/people/person-fact.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/person-in-incident.ts'
import { contactStateText } from '#text/nb/words/person-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import type { PersonSaying } from '../use-person-saying.ts'

const answers = ['spokenOk', 'noAnswer', 'needsVisit'] as const
const others = ['visited', 'transferred', 'dead'] as const

type CallAnswersProps = {
  patient: Patient
  saying: PersonSaying
  calledAt: Instant | undefined
  answer: FactOf<'contact'> | null
  now: Instant
}

/** «Hvordan gikk det?»: each answer is one fact, and a press on another one says that instead. */
export function CallAnswers({ patient, saying, calledAt, answer, now }: CallAnswersProps) {
  const press = (state: ContactState) =>
    void saying.say(patient.zone, [{ kind: 'contact', patientId: patient.id, state, word: null }])
  const button = (state: ContactState) => (
    <button
      key={state}
      type="button"
      className="answer"
      aria-pressed={answer?.body.state === state}
      onClick={() => press(state)}
    >
      {contactStateText[state]}
    </button>
  )
  return (
    <>
      <GroupHeading
        text={calledAt === undefined ? words.howIsIt : words.youCalled(momentWords(calledAt, now))}
      />
      <div className="stack">{answers.map(button)}</div>
      <details className="person__others">
        <summary>{words.otherAnswers}</summary>
        <div className="stack">{others.map(button)}</div>
      </details>
    </>
  )
}
