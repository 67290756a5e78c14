import { useState } from 'react'
import type { DoseState } from '#domain/people/people.ts'
import type { DoseKey } from '#domain/people/person-fact.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { Action } from '../../../ui/Action.tsx'
import { Opened } from '../../../ui/focus/Opened.tsx'
import '../../../ui/ask-first.css'
import type { PersonSaying } from '../use-person-saying.ts'

type ConfirmDoseProps = {
  dose: DoseKey
  /** What is known of it here; null for nothing. */
  known: DoseState | null
  patient: Patient
  saying: PersonSaying
  now: Instant
}

/** Confirms a dose with one press; one that somebody has confirmed before is asked about, and may still be confirmed. */
export function ConfirmDose({ dose, known, patient, saying, now }: ConfirmDoseProps) {
  const [isAsking, setAsking] = useState(false)
  const before = known?.given.at(0)

  function confirm() {
    setAsking(false)
    void saying.say(patient.zone, [{ kind: 'dose', dose, notGivenCode: null }])
  }

  if (isAsking && before !== undefined) {
    return (
      <Opened question={words.dispenser} className="ask-first">
        <p>{words.confirmAgain(dose.slot, before.author.name, momentWords(before.at, now))}</p>
        <Action rank="second" onPress={() => setAsking(false)}>
          {words.keepAsIs}
        </Action>
        <Action rank="second" onPress={confirm}>
          {words.confirmAnyway(dose.slot)}
        </Action>
      </Opened>
    )
  }
  return (
    <Action rank="second" onPress={() => (before === undefined ? confirm() : setAsking(true))}>
      {words.confirmDose(dose.slot)}
    </Action>
  )
}
