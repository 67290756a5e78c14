import { Link } from 'react-router'
import { ContactId } from '#domain/contacts/contact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { countdown } from '#text/nb/screens/countdown.ts'
import { personInIncident as words } from '#text/nb/screens/person-in-incident.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { CountdownRow, PersonReading } from '#app/bridge/incident-queries.ts'
import { ContactCalls } from '../../../parts/ContactCalls.tsx'
import { factsLine } from '../../../parts/facts-line.ts'
import { paths } from '../../../paths/paths.ts'
import { Facts, type Fact } from '../../../ui/Facts.tsx'
import { batteryFacts, deviceTitle } from '../countdown-facts.ts'
import { homeFacts } from '../home-facts.tsx'
import { RedLine } from '../RedLine.tsx'
import { useContacts } from '../use-contacts.ts'

/** Whom the card's step calls for P1 under two hours without reserve (TK-01). */
const redCalls = ['amk', 'legevakt', 'treatment-aids'].map((id) => ContactId.parse(id))

/** When it is empty, where she lives, how to get in, and who can look in. */
export function PersonFacts({ person, now }: { person: PersonReading; now: Instant }) {
  const { patient, rows } = person
  const contacts = useContacts()
  const red = rows.find(({ isRed }) => isRed)
  return (
    <>
      {red === undefined ? null : (
        <div className="person__red" role="alert">
          <RedLine row={red} now={now} contacts={contacts} />
          <ContactCalls ids={redCalls} />
          <Link className="link" to={paths.isbar.to({ patientId: patient.id })}>
            {countdown.readAloud}
          </Link>
        </div>
      )}
      <Facts
        facts={[
          ...rows.map((row) => emptyFact(row, { isOne: rows.length === 1, now })),
          ...homeFacts(patient),
        ]}
      />
    </>
  )
}

/** One device says its name only where there are others. */
function emptyFact(row: CountdownRow, { isOne, now }: { isOne: boolean; now: Instant }): Fact {
  const { emptyAt } = row
  const device = isOne && emptyAt !== null ? null : deviceTitle(row)
  const about = factsLine(device, ...batteryFacts(row, now))
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
