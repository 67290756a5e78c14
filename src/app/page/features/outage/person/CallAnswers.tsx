import type { FactOf } from '#domain/people/people.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import type { PersonSaying } from '../use-person-saying.ts'
import { ContactAnswer } from './ContactAnswer.tsx'

const answers = ['spokenOk', 'noAnswer', 'needsVisit'] as const

type CallAnswersProps = {
  patient: Patient
  saying: PersonSaying
  calledAt: Instant | undefined
  answer: FactOf<'contact'> | null
  now: Instant
}

/** «Hvordan gikk det?»: each answer is one fact, and a press on another one says that instead. */
export function CallAnswers({ patient, saying, calledAt, answer, now }: CallAnswersProps) {
  return (
    <>
      <GroupHeading
        text={calledAt === undefined ? words.howIsIt : words.youCalled(momentWords(calledAt, now))}
      />
      <div className="stack">
        {answers.map((state) => (
          <ContactAnswer key={state} {...{ state, patient, saying, answer }} />
        ))}
      </div>
    </>
  )
}
