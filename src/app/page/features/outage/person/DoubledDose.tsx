import type { DoseState } from '#domain/people/people.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { PersonSaying } from '../use-person-saying.ts'

type DoubledDoseProps = { dose: DoseState; patient: Patient; saying: PersonSaying; now: Instant }

/** A dose that several have confirmed stays red until a person has looked into it. */
export function DoubledDose({ dose: { key, given }, patient, saying, now }: DoubledDoseProps) {
  const names = given.map(({ author, at }) => `${author.name} ${momentWords(at, now)}`).join(', ')
  return (
    <div className="person__red" role="alert">
      <strong>{words.doubled(key.slot, names)}</strong>
      <span>{words.doubledText}</span>
      <button
        type="button"
        className="link"
        onClick={() =>
          void saying.say(patient.zone, [{ kind: 'doseHandled', dose: key, word: null }])
        }
      >
        {words.looked}
      </button>
    </div>
  )
}
