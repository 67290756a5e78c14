import { localClock } from '#domain/time/instant.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { dateWords } from '#text/nb/words/time.ts'
import { Lacking } from '../../parts/Lacking.tsx'
import { useOpened } from '../../services/use-opened.ts'
import { Facts, type Fact } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useNow } from '../../services/use-now.ts'

/** The rest of the patient card, and why she has her priority. */
export function AboutPatient({ patient }: { patient: Patient }) {
  const { on } = localClock(useNow())
  const reading = useOpened(
    (core) => core.reader.findDetails(patient.id, patient.zone),
    [patient.id, patient.zone],
  )
  const details = reading?.kind === 'open' ? reading.value : null
  return (
    <>
      <GroupHeading text={words.about} />
      {reading !== undefined && details === null ? (
        <>
          <Lacking reading={reading} />
          <Notice kind="empty" title={words.detailsMissing} text={words.detailsMissingText} />
        </>
      ) : null}
      <Facts
        facts={[
          ...priorityFacts(patient, (date) => dateWords(date, on)),
          ...(details === null ? [] : detailFacts(details)),
          ...(patient.ehrId === null ? [] : [{ label: words.ehrId, value: patient.ehrId }]),
        ]}
      />
    </>
  )
}

function priorityFacts(
  { priority }: Patient,
  date: (on: NonNullable<NonNullable<Patient['priority']>['confirmed']>['on']) => string,
): Fact[] {
  if (priority === null) return []
  const standing =
    priority.confirmed === null
      ? words.proposed
      : words.confirmedBy(priority.confirmed.by, date(priority.confirmed.on))
  return [
    {
      label: words.priority,
      value: [`${priority.level}, ${standing}`, ...priority.reasons].join(' · '),
    },
  ]
}

function detailFacts(details: PatientDetails): Fact[] {
  const facts = [
    { label: words.diagnoses, value: details.diagnoses.join(', ') },
    { label: words.resuscitation, value: details.resuscitation },
    { label: words.nutrition, value: details.nutrition },
    { label: words.pharmacy, value: details.pharmacy },
    { label: words.personalNumber, value: masked(details) },
  ]
  return facts.filter(({ value }) => value !== null && value !== '')
}

/** The last five digits of the number are never shown on the screen. */
function masked({ personalNumber }: PatientDetails): string | null {
  if (personalNumber === null) return null
  const { value } = personalNumber
  return value.length > 6 ? `${value.slice(0, 6)} •••••` : '•••••'
}
