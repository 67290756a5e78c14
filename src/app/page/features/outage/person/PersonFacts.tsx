import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { CountdownRow, PersonReading } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../../../parts/facts-line.ts'
import { Facts, type Fact } from '../../../ui/Facts.tsx'
import { batteryFacts, deviceTitle } from '../../../incident-parts/countdown-facts.ts'
import { homeFacts } from '../home-facts.tsx'
import { isRedAt } from '../../../incident-parts/is-red-at.ts'
import { RedLine } from '../../../incident-parts/RedLine.tsx'
import { RedCalls } from './RedCalls.tsx'

type PersonFactsProps = {
  person: PersonReading
  now: Instant
  contacts: readonly MunicipalityContact[]
  /** Until she has answered how the call went, so that the answers are on the screen. */
  isBrief: boolean
}

/** When it is empty, where she lives, how to get in, and who can look in. */
export function PersonFacts({ person, now, contacts, isBrief }: PersonFactsProps) {
  const { patient, rows } = person
  const red = rows.find((row) => isRedAt(row, now))
  return (
    <>
      {red === undefined ? null : (
        <div className="person__red" role="alert">
          <RedLine row={red} now={now} contacts={contacts} />
          <RedCalls patient={patient} contacts={contacts} />
        </div>
      )}
      <Facts
        facts={[
          ...rows.map((row) => emptyFact(row, { isOne: rows.length === 1, now })),
          ...homeFacts(patient, { maxLookIn: isBrief ? 1 : null }),
        ]}
      />
    </>
  )
}

/** One device says its name only where there are others. */
function emptyFact(row: CountdownRow, { isOne, now }: { isOne: boolean; now: Instant }): Fact {
  const { emptyAt, dueAt } = row
  const about = factsLine(
    isOne && emptyAt !== null ? null : deviceTitle(row),
    ...batteryFacts(row, now),
    emptyAt !== null && dueAt > emptyAt ? words.helpWithin(momentWords(dueAt, now)) : null,
  )
  if (emptyAt === null) return { label: words.emptyAt, value: factsLine(words.unknownEmpty, about) }
  return {
    label: words.emptyAt,
    value: (
      <>
        <strong className="person__clock">{momentWords(emptyAt, now)}</strong>
        {about === '' ? null : ` – ${about}`}
      </>
    ),
  }
}
