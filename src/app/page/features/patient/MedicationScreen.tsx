import { Link } from 'react-router'
import { localClock } from '#domain/time/instant.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { dateWords, dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Core } from '#app/bridge/core.ts'
import { isWithheld, mapReading, withNeeded } from '#app/bridge/reading.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useNow } from '../../services/use-now.ts'
import { CriticalBox } from './CriticalBox.tsx'
import { LoggedOpening } from './LoggedOpening.tsx'
import { MedicationSheet } from './MedicationSheet.tsx'
import './patient.css'

export function MedicationScreen({ patientId }: { patientId: PatientId }) {
  const now = useNow()
  const reading = useOpened((core) => readSheet(core, patientId), [patientId])
  const found = reading?.kind === 'open' ? reading.value : null

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
            !isWithheld(reading) && (
              <Notice kind="empty" title={words.detailsMissing} text={words.detailsMissingText} />
            )
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
              {value.details.medications.length === 0 ? (
                <Notice kind="empty" title={words.noMedication} text={words.noMedicationText} />
              ) : (
                <MedicationSheet medications={value.details.medications} />
              )}
            </>
          )
        }
      </OpenReading>
    </Screen>
  )
  // Opening the sheet is logged as opening the card.
  return found === null ? screen : <LoggedOpening patient={found.patient}>{screen}</LoggedOpening>
}

async function readSheet({ reader }: Core, patientId: PatientId) {
  const patient = await reader.findPatient(patientId)
  if (patient.kind !== 'open') return patient
  if (patient.value === null) return { kind: 'none' } as const
  const found = patient.value
  const details = await reader.findDetails(patientId, found.zone)
  // CAVE stands on the sheet, and comes from the patient: the sheet is trusted no more than she is.
  return mapReading(withNeeded(details, patient), ({ value }) =>
    value === null ? null : { patient: found, details: value },
  )
}
