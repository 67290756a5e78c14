import { currentDoses } from '#domain/people/doses/dose-slots.ts'
import type { DoseState } from '#domain/people/people.ts'
import type { DoseKey } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import type { PersonSaying } from '../use-person-saying.ts'
import { ConfirmDose } from './ConfirmDose.tsx'
import { DoubledDose } from './DoubledDose.tsx'

type DosesProps = { person: PersonReading; saying: PersonSaying; now: Instant }

/**
 * The guard against a double dose: what is known of the last one, and a warning. It stops nobody, and what is not known here
 * is never said not to have been given.
 */
export function Doses({ person: { patient, doses }, saying, now }: DosesProps) {
  const ofDispenser = doses.filter(({ key }) => key.line === null)
  if (patient.doseTimes.length === 0 && ofDispenser.length === 0) return null
  return (
    <>
      <GroupHeading text={words.dispenser} />
      {ofDispenser
        .filter(({ isDoubled }) => isDoubled)
        .map((dose) => (
          <DoubledDose key={slotKey(dose.key)} {...{ dose, patient, saying, now }} />
        ))}
      <p>
        {lastDoseText(ofDispenser, now)}. <strong>{words.checkRoll}</strong>
      </p>
      <div className="stack">
        {currentDoses(patient, now).map((key) => (
          <ConfirmDose
            key={slotKey(key)}
            known={ofDispenser.find((dose) => slotKey(dose.key) === slotKey(key)) ?? null}
            dose={key}
            {...{ patient, saying, now }}
          />
        ))}
      </div>
      <p className="field__help">{words.takeFromRoll}</p>
    </>
  )
}

function lastDoseText(doses: readonly DoseState[], now: Instant): string {
  const last = doses
    .flatMap(({ given }) => given)
    .toSorted((a, b) => (slotKey(a.body.dose) < slotKey(b.body.dose) ? 1 : -1))
    .at(0)
  if (last === undefined) return words.doseNotKnown
  return words.lastDose(last.body.dose.slot, last.author.name, momentWords(last.at, now))
}

/** Sorts as time does. */
function slotKey({ on, slot }: DoseKey): string {
  return `${on} ${slot}`
}
