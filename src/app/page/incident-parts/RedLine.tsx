import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { findReachablePowerPoint } from '#domain/contacts/reachable-power-point.ts'
import type { Instant } from '#domain/time/instant.ts'
import { countdown as words } from '#text/nb/screens/people/countdown.ts'
import { durationWords } from '#text/nb/words/time.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'
import './person-row.css'

type RedLineProps = {
  row: Pick<CountdownRow, 'emptyAt' | 'patient'>
  now: Instant
  contacts: readonly MunicipalityContact[]
}

/** What the card says of P1 under two hours without reserve, and the nearest place with power that is reached in time. */
export function RedLine({ row: { emptyAt, patient }, now, contacts }: RedLineProps) {
  const { zone } = patient
  const found = emptyAt === null ? null : findReachablePowerPoint(contacts, { zone, now, emptyAt })
  return (
    <>
      {words.redStep}
      {found === null ? null : (
        <span className="outage__point">
          {[
            words.point(
              found.contact.name ?? found.contact.role,
              durationWords(found.driveMinutes),
            ),
            found.point.hours === null ? null : words.pointHours(found.point.hours),
            found.point.drivenBy === null ? null : words.drivenBy(found.point.drivenBy),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      )}
    </>
  )
}
