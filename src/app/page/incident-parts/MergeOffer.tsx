import type { Incident } from '#domain/incidents/incident.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { KnownIncidents } from '../services/use-incidents.ts'
import type { Saying } from '../services/use-saying.ts'
import { Action } from '../ui/Action.tsx'
import '../ui/merge-offer.css'

type MergeOfferProps = { incident: Incident; known: KnownIncidents; saying: Saying }

/** Two may have reported the same: one press makes them one, and another takes it back. */
export function MergeOffer({ incident, known: { all, maybeOne, now }, saying }: MergeOfferProps) {
  const others = maybeOne
    .filter(({ one, other }) => one === incident.id || other === incident.id)
    .flatMap(({ one, other }) => all.filter(({ id }) => id === (one === incident.id ? other : one)))
  return others.map((other) => (
    <section key={other.id} className="merge-offer" aria-label={words.maybeOne}>
      <p>
        <strong>{words.maybeOne}:</strong>{' '}
        {words.reported(
          symptomsTitle(other.symptoms),
          momentWords(other.started.at, now),
          other.started.by.name,
        )}
      </p>
      <Action
        rank="second"
        isBusy={saying.isBusy}
        isDisabled={saying.isBusy}
        onPress={() => void saying.say(incident.id, { kind: 'merged', other: other.id })}
      >
        {words.merge}
      </Action>
    </section>
  ))
}
