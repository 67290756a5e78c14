import type { Patient } from '#domain/patient/patient.ts'
import { temporaryNumber } from '#domain/patient/temporary-number.ts'
import { joinPatients as words } from '#text/nb/screens/new-patients.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useNow } from '../services/use-now.ts'
import { useOpened } from '../services/use-opened.ts'
import '../amendment-parts/amendments.css'

/** The temporary numbers that a patient of the lists had, with who said that she is the same; nothing for most. */
export function FormerNumbers({ patient }: { patient: Patient }) {
  const now = useNow()
  const joined = useOpened((core) => core.queries.joinedTo(patient.id), [patient.id]) ?? []
  if (joined.length === 0) return null
  return (
    <section className="amendments" aria-label={words.former}>
      <h2>{words.former}</h2>
      <ul>
        {joined.map(({ temporaryId, decision: { by, at } }) => (
          <li key={temporaryId}>
            {words.formerText(temporaryNumber(temporaryId), by.name, dayAndMomentWords(at, now))}
          </li>
        ))}
      </ul>
    </section>
  )
}
