import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { tryAgainAt } from '#domain/people/calls/next-to-call.ts'
import type { Instant } from '#domain/time/instant.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import { firstName, lookupName } from '#text/nb/words/name.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { ContactRow as ContactRowOf } from '#app/bridge/incident-queries.ts'
import { usePatientLines } from '../../../amendment-parts/use-patient-lines.tsx'
import { paths } from '../../../paths/paths.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { Row } from '../../../ui/Rows.tsx'
import { CallButton } from '../../../incident-parts/CallButton.tsx'
import { ContactLine } from '../../../incident-parts/ContactLine.tsx'
import { contactFacts } from './contact-facts.ts'

type ContactRowProps = {
  row: ContactRowOf
  incident: Incident
  list: PatientListKind
  now: Instant
  /** Without network: when this phone last knew what the caller has done, in words. */
  unknownSince: string | null
}

export function ContactRow({ row, incident, list, now, unknownSince }: ContactRowProps) {
  const { employeeId } = useUnlocked()
  const { patient, contact, caller } = row
  const warning = warningText(row)
  const lines = usePatientLines(patient, { counts: 'medicines' })
  const from = { from: 'callList', incident: incident.id, list } as const
  const level = patient.priority?.level
  const isOthers = caller !== null && caller.employeeId !== employeeId
  return (
    <Row
      to={paths.personInIncident.to({ patientId: patient.id, ...from })}
      name={lookupName(patient.name)}
      time={{
        clock: level ?? '–',
        distance: level === undefined ? words.notAssessed : aloneText(row),
        near: level === undefined || level === 'P1' || level === 'P2',
      }}
      facts={[
        ...lines,
        ...contactFacts(row, list),
        ...(isOthers ? [words.calls(firstName(caller.name))] : []),
        isOthers && unknownSince !== null && contact === null ? (
          words.unknownSince(unknownSince)
        ) : (
          <ContactLine key="contact" standing={contact} now={now} more={againText(row, now)} />
        ),
      ]}
      {...(warning === null ? {} : { strong: warning })}
      aside={<CallButton patient={patient} from={from} />}
    />
  )
}

/** That somebody else may have called already; null when nobody can have. */
function warningText({ mayHaveCalled, mayBeCalledByOthers }: ContactRowOf): string | null {
  if (mayHaveCalled !== null) return words.mayHaveCalled(mayHaveCalled.name)
  return mayBeCalledByOthers ? words.mayBeCalledByOthers : null
}

function aloneText({ patient }: ContactRowOf): string | undefined {
  return patient.livesAlone === true ? words.alone : undefined
}

/** «prøv igjen 03:14», until it is time. */
function againText({ contact }: ContactRowOf, now: Instant): string | null {
  const again = tryAgainAt(contact)
  if (again === null) return null
  return again <= now ? words.tryAgainNow : words.tryAgain(momentWords(again, now))
}
