import type { Patient } from '#domain/patient/patient.ts'
import type { FormerPatient } from '#domain/roster/former-patient.ts'
import { looksTemporary, readTemporaryNumber } from '#domain/patient/temporary-number.ts'
import { newPatients } from '#text/nb/screens/new-patients.ts'
import { trust } from '#text/nb/screens/trust.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { formerPatientText } from '#text/nb/words/notes/former-patient.ts'
import { fullDate } from '#text/nb/words/time.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { addressFact } from '../../parts/address-words.ts'
import { factsLine } from '../../parts/facts-line.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { RegisterPatient } from '../../new-patient-parts/RegisterPatient.tsx'
import { PatientRow } from '../../parts/PatientRow.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import type { ZoneChoiceState } from '../../services/zone-choice.ts'

/** The patients that match the typed text. The previous hits stay until the next ones are ready. */
export function SearchHits({ text, choice }: { text: string; choice: ZoneChoiceState }) {
  const { zone, zones } = choice
  const [first, second] = zones
  // Said where the hits are of several zones.
  const zoneOf = (patient: Patient) => {
    const found =
      zone === null && second !== undefined
        ? zones.find(({ id }) => id === patient.zone)
        : undefined
    return found === undefined ? null : zoneText(found.name)
  }
  const onlyZone = second === undefined ? (first?.name ?? null) : null
  const hits = useOpened((core) => core.queries.searchPatients(text, zone), [text, zone])
  const former = useOpened((core) => core.queries.searchFormer(text, zone), [text, zone]) ?? []
  return (
    <>
      <OpenReading reading={hits} none={{ title: words.nothingHere, text: words.nothingHereText }}>
        {(patients) =>
          patients.length === 0 && former.length > 0 ? null : patients.length === 0 ? (
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
                  <PatientRow
                    key={patient.id}
                    patient={patient}
                    facts={hitFacts(patient, zoneOf(patient))}
                  />
                ))}
              </Rows>
            </>
          )
        }
      </OpenReading>
      <FormerHits former={former} />
    </>
  )
}

/** A temporary number that was misheard says so: nobody has it, whatever is on the phone. */
function WrongNumber({ text }: { text: string }) {
  if (!looksTemporary(text) || readTemporaryNumber(text) !== null) return null
  return <p>{newPatients.wrongNumber}</p>
}

/** Those who match and are on no list any more: without a card, with what finds them in the patient record. */
function FormerHits({ former }: { former: readonly FormerPatient[] }) {
  const now = useNow()
  if (former.length === 0) return null
  return (
    <section aria-label={words.formerHits}>
      <GroupHeading text={words.formerHits} />
      <Rows label={words.formerHits}>
        {former.map((one) => (
          <Row
            key={one.patientId}
            name={lookupName(one.name)}
            facts={[formerPatientText(one, now)]}
          />
        ))}
      </Rows>
    </section>
  )
}

/** Where she lives, whose she is, and when she was born: a name is not always one person's. */
function hitFacts(patient: Patient, zone: string | null): string[] {
  const born = patient.bornOn === null ? null : words.born(fullDate(patient.bornOn))
  return [factsLine(born, addressFact(patient), zone)]
}
