import { Link } from 'react-router'
import { type Instant, localClock } from '#domain/time/instant.ts'
import type { PatientId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import { fetches } from '#text/nb/screens/fetches.ts'
import { signingList } from '#text/nb/screens/medicines/signing-list.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { dateWords, dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Core } from '#app/bridge/core.ts'
import { isWithheld, mapReading, type Reading, withNeeded } from '#app/bridge/reading.ts'
import { besideList, type ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import { medicineAmendments } from '#domain/amendments/amended-medicines.ts'
import { useAmendmentsOf } from '../../services/amendments.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useNow } from '../../services/use-now.ts'
import { CriticalBox } from './CriticalBox.tsx'
import { LoggedOpening } from '../../parts/LoggedOpening.tsx'
import { MedicationSheet } from './MedicationSheet.tsx'
import './patient.css'

export function MedicationScreen({ patientId }: { patientId: PatientId }) {
  const now = useNow()
  const reading = useOpened((core) => readSheet(core, patientId, now), [patientId, now])
  const found = reading?.kind === 'open' ? reading.value : null
  const known = useAmendmentsOf(patientId)
  // What a role fetches comes with what was signed about it; others have that on the phone.
  const amendments = medicineAmendments(found?.amendments ?? known)

  const screen = (
    <Screen
      kind="reading"
      title={words.medicationSheet}
      above={
        found === null ? undefined : (
          <Link className="link" to={paths.patient.to({ patientId })}>
            {lookupName(found.patient.name)}
          </Link>
        )
      }
    >
      <OpenReading
        reading={reading}
        none={{ title: words.detailsMissing, text: words.detailsMissingText }}
      >
        {(value) =>
          value === null ? (
            !isWithheld(reading) && <SheetMissing />
          ) : (
            <>
              <CriticalBox patient={value.patient} />
              <p className="medicine__facts">
                {[
                  value.details.medicationsReviewedOn === null
                    ? words.notReviewed
                    : words.reviewed(
                        dateWords(value.details.medicationsReviewedOn, localClock(now).on),
                      ),
                  words.asOf(dayAndMomentWords(value.details.asOf, now)),
                ].join(' · ')}
              </p>
              {freshness('medicationSheet', value.details.asOf, now).state === 'stale' ? (
                <Notice
                  kind="old"
                  title={words.oldSheet(dayAndMomentWords(value.details.asOf, now))}
                  text={words.oldMedication}
                />
              ) : null}
              {value.details.medications.length + amendments.length === 0 ? (
                <Notice kind="empty" title={words.noMedication} text={words.noMedicationText} />
              ) : (
                <MedicationSheet medications={value.details.medications} amendments={amendments} />
              )}
              <ToSigningList patientId={patientId} />
            </>
          )
        }
      </OpenReading>
    </Screen>
  )
  // Opening the sheet is logged as opening the card.
  return found === null ? screen : <LoggedOpening patient={found.patient}>{screen}</LoggedOpening>
}

/** An employee who fetches sheets does so on the patient card; for others the rest is on its way. */
function SheetMissing() {
  const { profile } = useUnlocked()
  return mayDo(profile.role, 'fetchPatientPart') ? (
    <Notice kind="empty" title={fetches.notInMemory} text={fetches.notInMemoryText} />
  ) : (
    <Notice kind="empty" title={words.detailsMissing} text={words.detailsMissingText} />
  )
}

function ToSigningList({ patientId }: { patientId: PatientId }) {
  const { profile } = useUnlocked()
  if (mayDo(profile.role, 'fetchPatientPart') || !mayDo(profile.role, 'writeNotes')) return null
  return (
    <div className="patient__medicines">
      <Action rank="second" to={paths.signingList.to({ patientId })}>
        {signingList.open}
      </Action>
    </div>
  )
}

type Sheet = {
  patient: Patient
  details: PatientDetails
  /** As they were fetched with the sheet; null for a sheet that is on the phone. */
  amendments: readonly ShownAmendment[] | null
}

/** For a role that does not have the details: what was fetched of her on the card, while it is in memory. */
async function withFetched(
  { fetches: inMemory }: Pick<Core, 'fetches'>,
  patient: Patient,
  now: Instant,
): Promise<Sheet | null> {
  for (const { read } of await inMemory.listFetched(patient.id)) {
    if (read.part !== 'details' || read.details === null) continue
    const { details, amendments = [] } = read
    const shown = amendments.map((one) => besideList(one, { patient, details }, now))
    return { patient, details, amendments: shown }
  }
  return null
}

async function readSheet(
  core: Core,
  patientId: PatientId,
  now: Instant,
): Promise<Reading<Sheet | null>> {
  const { reader } = core
  const patient = await reader.findPatient(patientId)
  if (patient.kind !== 'open') return patient
  if (patient.value === null) return { kind: 'none' } as const
  const found = patient.value
  const details = await reader.findDetails(patientId, found.zone)
  if (details.kind === 'none') return { ...patient, value: await withFetched(core, found, now) }
  // CAVE stands on the sheet, and comes from the patient: the sheet is trusted no more than she is.
  return mapReading(withNeeded(details, patient), ({ value }) =>
    value === null ? null : { patient: found, details: value, amendments: null },
  )
}
