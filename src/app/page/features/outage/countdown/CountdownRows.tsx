import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { countdown as words } from '#text/nb/screens/people/countdown.ts'
import { peopleInOutage } from '#text/nb/screens/people/people-in-outage.ts'
import type {
  CountdownReading,
  CountdownRow as CountdownRowOf,
} from '#app/bridge/incident-queries.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Rows } from '../../../ui/Rows.tsx'
import { useCalmRows } from '../use-calm-rows.ts'
import { CountdownRow } from '../../../incident-parts/CountdownRow.tsx'
import { NotCounted } from './NotCounted.tsx'

type CountdownRowsProps = {
  countdown: CountdownReading
  /** Null before anything has happened. */
  incident: Incident | null
  now: Instant
  contacts: readonly MunicipalityContact[]
  onMore: () => void
}

/** Devices of unknown battery time stand below the others, and never push a known deadline off the screen. */
export function CountdownRows({ countdown, incident, now, contacts, onMore }: CountdownRowsProps) {
  const { total } = countdown
  const known = useCalmRows(countdown.known, keyOf)
  const unknown = useCalmRows(countdown.unknown, keyOf)
  const left = total.known + total.unknown - known.length - unknown.length
  const row = (of: CountdownRowOf) => (
    <CountdownRow key={keyOf(of)} row={of} {...{ incident, now, contacts }} />
  )
  return (
    <>
      {known.length === 0 ? null : (
        <>
          <GroupHeading
            text={words.helpWithin}
            beside={words.rows(total.known + total.unknown, total.people)}
          />
          <Rows label={words.helpWithin}>{known.map(row)}</Rows>
        </>
      )}
      {total.unknown === 0 ? null : (
        <>
          <GroupHeading text={words.unknown} beside={total.unknown} />
          <Rows label={words.unknown}>{unknown.map(row)}</Rows>
        </>
      )}
      {left > 0 ? (
        <button type="button" className="link" onClick={onMore}>
          {peopleInOutage.more(Math.min(left, atOnce))}
        </button>
      ) : null}
      <NotCounted {...{ countdown, incident }} />
    </>
  )
}

const atOnce = 100

function keyOf({ patient, device }: CountdownRowOf): string {
  return `${patient.id}/${device?.id ?? ''}`
}
