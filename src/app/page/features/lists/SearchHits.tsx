import type { Patient } from '#domain/patient/patient.ts'
import { looksTemporary, readTemporaryNumber } from '#domain/patient/temporary-number.ts'
import { newPatients } from '#text/nb/screens/new-patients.ts'
import { trust } from '#text/nb/screens/trust.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { addressFact } from '../../parts/address-words.ts'
import { factsLine } from '../../parts/facts-line.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { RegisterPatient } from '../../new-patient-parts/RegisterPatient.tsx'
import { PatientRow } from '../../parts/PatientRow.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rows } from '../../ui/Rows.tsx'
import type { ZoneChoiceState } from '../../services/zone-choice.ts'

/** The patients that match the typed text. The previous hits stay until the next ones are ready. */
export function SearchHits({ text, choice }: { text: string; choice: ZoneChoiceState }) {
  const { zone, zones } = choice
  const [first, second] = zones
  const onlyZone = second === undefined ? (first?.name ?? null) : null
  const hits = useOpened((core) => core.queries.searchPatients(text, zone), [text, zone])
  return (
    <OpenReading reading={hits} none={{ title: words.nothingHere, text: words.nothingHereText }}>
      {(patients) =>
        patients.length === 0 ? (
          isWithheld(hits) ? (
            <Notice kind="failed" title={trust.noHits(text)} text={trust.noHitsText} />
          ) : (
            <>
              <Notice
                kind="empty"
                title={words.noHits(text)}
                text={onlyZone === null ? words.noHitsText : words.noHitsInOnlyZone(onlyZone)}
              />
              <WrongNumber text={text} />
              <RegisterPatient />
            </>
          )
        ) : (
          <>
            <div role="status">
              <GroupHeading text={words.hits(patients.length)} />
            </div>
            <Rows label={words.hitsLabel}>
              {patients.map((patient) => (
                <PatientRow key={patient.id} patient={patient} facts={hitFacts(patient)} />
              ))}
            </Rows>
          </>
        )
      }
    </OpenReading>
  )
}

/** A temporary number that was misheard says so: nobody has it, whatever is on the phone. */
function WrongNumber({ text }: { text: string }) {
  if (!looksTemporary(text) || readTemporaryNumber(text) !== null) return null
  return <p>{newPatients.wrongNumber}</p>
}

function hitFacts(patient: Patient): string[] {
  return [factsLine(addressFact(patient), patient.ehrId, patient.services.join(', '))]
}
