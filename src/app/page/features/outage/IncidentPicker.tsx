import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { symptomsTitle } from '#text/nb/words/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { Outage } from './use-outage.ts'
import '../../ui/zone-picker.css'

/** Says which incident a list is about, and lets her choose where several are open. */
export function IncidentPicker({ outage }: { outage: Outage }) {
  const { incident, open, now, choose } = outage
  if (incident === null) return null
  if (open.length < 2) return <span>{incidentText(incident, now)}</span>
  return (
    <select
      className="zone-picker"
      aria-label={words.incident}
      value={incident.id}
      onChange={({ target }) => {
        const chosen = open.find(({ id }) => id === target.value)
        if (chosen !== undefined) choose(chosen.id)
      }}
    >
      {open.map((one) => (
        <option key={one.id} value={one.id}>
          {incidentText(one, now)}
        </option>
      ))}
    </select>
  )
}

function incidentText({ symptoms, startsAt }: Incident, now: Instant): string {
  return words.incidentFrom(symptomsTitle(symptoms), momentWords(startsAt, now))
}
