import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { symptomsTitle } from '#text/nb/words/incident/symptom.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Somebody was first: what she reported is offered before a second incident of the same. */
export function SimilarOffer({ incident, now }: { incident: Incident; now: Instant }) {
  const { employeeId } = useUnlocked()
  const { by, at } = incident.started
  return (
    <Notice
      kind="old"
      title={words.reported(
        symptomsTitle(incident.symptoms),
        momentWords(at, now),
        by.employeeId === employeeId ? words.byYou : by.name,
      )}
    />
  )
}
