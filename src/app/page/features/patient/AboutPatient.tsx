import { maskedPersonalNumber } from '#text/nb/words/mask.ts'
import { localClock } from '#domain/time/instant.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { reasonNames } from '#domain/patient/priority-reason.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { priorityReasonText } from '#text/nb/words/priority.ts'
import { dateWords } from '#text/nb/words/time.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import { Lacking } from '../../parts/Lacking.tsx'
import { TrustNotices } from '../../parts/TrustNotices.tsx'
import { useDeviceKinds } from '../../services/use-device-kinds.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Facts, type Fact } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useNow } from '../../services/use-now.ts'
import { useFetched } from './use-fetched.ts'

type AboutPatientProps = {
  patient: Patient
  /** Also what tells where she lives. */
  isTelling: boolean
}

/** The rest of the patient card, and why she has her priority. */
export function AboutPatient({ patient, isTelling }: AboutPatientProps) {
  const { on } = localClock(useNow())
  const nameReason = reasonNames(useDeviceKinds())
  const reading = useOpened(
    (core) => core.reader.findDetails(patient.id, patient.zone),
    [patient.id, patient.zone],
  )
  const { profile } = useUnlocked()
  const fetched = useFetched(patient.id, 'details')
  const isHere = holdsClass(profile.role, 'details')
  const held = reading?.kind === 'open' ? reading.value : null
  const details = isHere ? held : (fetched?.read.details ?? null)
  return (
    <>
      <GroupHeading text={words.about} />
      {isHere && reading !== undefined && details === null ? (
        <>
          <Lacking reading={reading} />
          {isWithheld(reading) ? null : (
            <Notice kind="empty" title={words.detailsMissing} text={words.detailsMissingText} />
          )}
        </>
      ) : (
        <TrustNotices reading={reading} />
      )}
      <Facts
        facts={[
          ...priorityFacts(patient, nameReason, (date) => dateWords(date, on)),
          ...(details === null
            ? []
            : detailFacts(isTelling ? details : { ...details, pharmacy: null })),
          ...(patient.ehrId === null ? [] : [{ label: words.ehrId, value: patient.ehrId }]),
        ]}
      />
    </>
  )
}

function priorityFacts(
  { priority, devices }: Patient,
  nameReason: ReturnType<typeof reasonNames>,
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
      value: [
        `${priority.level}, ${standing}`,
        ...priority.reasons.map((reason) => priorityReasonText(nameReason(reason, devices))),
      ].join(' · '),
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

function masked({ personalNumber }: PatientDetails): string | null {
  return personalNumber === null ? null : maskedPersonalNumber(personalNumber.value)
}
