import { Link } from 'react-router'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { countdown as words } from '#text/nb/screens/people/countdown.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { CountdownRow as CountdownRowOf } from '#app/bridge/incident-queries.ts'
import { usePatientLines } from '../amendment-parts/use-patient-lines.tsx'
import { rowTime } from '../parts/row-time.ts'
import { paths } from '../paths/paths.ts'
import { Row } from '../ui/Rows.tsx'
import { CallButton } from './CallButton.tsx'
import { ContactLine } from './ContactLine.tsx'
import { countdownFacts, deviceTitle } from './countdown-facts.ts'
import { isRedAt } from './is-red-at.ts'
import { RedLine } from './RedLine.tsx'

type CountdownRowProps = {
  row: CountdownRowOf
  /** Null before anything has happened: then a row leads to the patient's card, and a call is only a call. */
  incident: Incident | null
  now: Instant
  contacts: readonly MunicipalityContact[]
  /** brief: whose it is and what runs empty, where the rest of a page must stay on the screen. */
  length?: 'whole' | 'brief'
}

/** A row is the whole answer: when, who, with what, who is there, what was last heard, and the phone. */
export function CountdownRow({
  row,
  incident,
  now,
  contacts,
  length = 'whole',
}: CountdownRowProps) {
  const { patient, contact, emptyAt, dueAt, level } = row
  const isRed = isRedAt(row, now)
  const lines = usePatientLines(patient, { counts: 'medicines' })
  const from = incident === null ? null : ({ from: 'countdown', incident: incident.id } as const)
  return (
    <Row
      to={
        from === null
          ? paths.patient.to({ patientId: patient.id })
          : paths.personInIncident.to({ patientId: patient.id, ...from })
      }
      name={lookupName(patient.name)}
      time={emptyAt === null ? { clock: words.noClock, distance: level } : rowTime(dueAt, now)}
      tone={isRed ? 'harm' : 'ordinary'}
      facts={[
        ...lines,
        length === 'brief' ? deviceTitle(row) : countdownFacts(row, now),
        ...(emptyAt === null ? [words.countsAsNone] : []),
        ...((isRed || length === 'brief') && contact === null
          ? []
          : [<ContactLine key="contact" standing={contact} now={now} />]),
      ]}
      below={
        isRed ? (
          <div className="red-line">
            <strong>
              <RedLine {...{ row, now, contacts }} />
            </strong>
            <Link className="link" to={paths.isbar.to({ patientId: patient.id })}>
              {outage.readAloud}
            </Link>
          </div>
        ) : undefined
      }
      aside={<CallButton patient={patient} from={from} />}
    />
  )
}
