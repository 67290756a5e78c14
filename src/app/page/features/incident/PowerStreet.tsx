import type { Incident } from '#domain/incidents/incident.ts'
import type { Street } from '#domain/people/streets.ts'
import type { Instant } from '#domain/time/instant.ts'
import { powerPlaces as words } from '#text/nb/screens/incident/change-incident.ts'
import { patientCount } from '#text/nb/words/count.ts'
import { factRefusalText } from '#text/nb/words/incident/fact-refusal.ts'
import { momentWords } from '#text/nb/words/time.ts'
import '../../ui/press.css'
import { useSayingOfPlace } from './use-saying-of-place.ts'

type PowerStreetProps = { street: Street; incident: Incident; now: Instant }

/** A street, and below it its buildings when it has several. */
export function PowerStreet({ street, incident, now }: PowerStreetProps) {
  const { buildings } = street
  return (
    <li className="place">
      <Place place={street.street} at={{ ...street, number: null }} incident={incident} now={now} />
      {buildings.length < 2 || street.power?.body.hasPower === true ? null : (
        <details>
          <summary>{words.buildings(buildings.length)}</summary>
          {buildings.map((building) => (
            <Place
              key={building.number}
              place={`${street.street} ${building.number}`}
              at={{ ...street, ...building }}
              incident={incident}
              now={now}
            />
          ))}
        </details>
      )}
    </li>
  )
}

type PlaceProps = {
  place: string
  at: Pick<Street, 'zone' | 'street' | 'people' | 'power'> & { number: string | null }
  incident: Incident
  now: Instant
}

function Place({ place, at, incident, now }: PlaceProps) {
  const { say, isBusy, refusal } = useSayingOfPlace(incident.id)
  const { power, people } = at
  const hasPower = power?.body.hasPower === true
  return (
    <div className="place__line">
      <div>
        <strong>{place}</strong>
        <span className="place__about">
          {hasPower
            ? words.saidBy(power.author.name, momentWords(power.at, now))
            : patientCount(people)}
        </span>
        {refusal === null ? null : (
          <span className="field__fault" role="alert">
            {factRefusalText(refusal)}
          </span>
        )}
      </div>
      <button
        type="button"
        className="press"
        disabled={isBusy}
        onClick={() => void say(at, hasPower ? 'lost' : 'back')}
      >
        {hasPower ? words.hasNot : words.has}
        <span className="visually-hidden"> {place}</span>
      </button>
    </div>
  )
}
