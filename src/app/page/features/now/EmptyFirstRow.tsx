import { Link } from 'react-router'
import { briefFacts } from '#domain/lists/brief-facts.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Instant } from '#domain/time/instant.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { outage as words } from '#text/nb/screens/outage.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../../parts/facts-line.ts'
import { rowTime } from '../../parts/row-time.ts'
import { paths } from '../../paths/paths.ts'
import { PhoneButton } from '../../ui/PhoneButton.tsx'
import { Row } from '../../ui/Rows.tsx'

/** Not on the row: the time column says so already, or the whole list does. */
const leftOut = [
  'battery',
  'priority',
  'notAssessed',
  'helpWithin',
  'address',
  'protectedAddress',
  'noAddress',
]

/** One device as a whole answer: when it is empty, whose it is, what there is instead, and the phone. */
export function EmptyFirstRow({ row, now }: { row: CountdownRow; now: Instant }) {
  const { patient, emptyAt, level, isRed } = row
  const name = lookupName(patient.name)
  const phone = phoneShown(patient)
  const facts = briefFacts('lifeEssentialPower', row.facts).filter(
    ({ kind }) => !leftOut.includes(kind),
  )
  return (
    <Row
      to={paths.patient.to({ patientId: patient.id })}
      name={name}
      facts={[factsLine(...facts.map(rowFactText))]}
      tone={isRed ? 'harm' : 'ordinary'}
      {...(isRed ? { strong: words.amkOrMove } : {})}
      time={
        emptyAt === null ? { clock: words.unknownTime, distance: level } : rowTime(emptyAt, now)
      }
      below={
        isRed ? (
          <Link className="link" to={paths.isbar.to({ patientId: patient.id })}>
            {words.readAloud}
          </Link>
        ) : undefined
      }
      {...(phone === null
        ? {}
        : {
            aside: (
              <PhoneButton href={phoneLink(phone)} label={lists.call(name, phoneText(phone))} />
            ),
          })}
    />
  )
}
