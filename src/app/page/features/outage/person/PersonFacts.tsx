import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/person-in-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { CountdownRow, PersonReading } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../../../parts/facts-line.ts'
import { Facts, type Fact } from '../../../ui/Facts.tsx'
import { countdownFacts } from '../countdown-facts.ts'
import { homeFacts } from '../home-facts.tsx'
import { RedLine } from '../RedLine.tsx'
import { useContacts } from '../use-contacts.ts'

/** When it is empty, where she lives, how to get in, and who can look in. */
export function PersonFacts({ person, now }: { person: PersonReading; now: Instant }) {
  const { patient, rows } = person
  const contacts = useContacts()
  const red = rows.find(({ isRed }) => isRed)
  return (
    <>
      {red === undefined ? null : (
        <p className="person__red" role="alert">
          <RedLine row={red} now={now} contacts={contacts} />
        </p>
      )}
      <Facts
        facts={[
          ...rows.map((row) => emptyFact(row, now)),
          ...homeFacts(patient),
        ]}
      />
    </>
  )
}

function emptyFact(row: CountdownRow, now: Instant): Fact {
  const { emptyAt } = row
  const about = countdownFacts(row, now).join(' · ')
  if (emptyAt === null) return { label: words.emptyAt, value: factsLine(words.unknownEmpty, about) }
  return {
    label: words.emptyAt,
    value: (
      <>
        <strong className="person__clock">{momentWords(emptyAt, now)}</strong> – {about}
      </>
    ),
  }
}
