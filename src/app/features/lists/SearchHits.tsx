import type { ZoneId } from '#domain/ids.ts'
import type { Patient } from '#domain/patient.ts'
import { lists as words } from '#text/nb/lists.ts'
import { addressFact } from '../../address-words.ts'
import { useOpened } from '../../device/use-opened.ts'
import { OpenReading } from '../../OpenReading.tsx'
import { PatientRow } from '../../PatientRow.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rows } from '../../ui/Rows.tsx'

/** What fits what is typed so far; the hits before stand until the next are there. */
export function SearchHits({ text, zone }: { text: string; zone: ZoneId | null }) {
  const hits = useOpened((core) => core.queries.searchPatients(text, zone), [text, zone])
  return (
    <OpenReading reading={hits} none={{ title: words.nothingHere, text: words.nothingHereText }}>
      {(patients) =>
        patients.length === 0 ? (
          <Notice kind="empty" title={words.noHits(text)} text={words.noHitsText} />
        ) : (
          <>
            <div role="status">
              <GroupHeading text={words.hits(patients.length)} />
            </div>
            <Rows label={words.searchLabel}>
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

function hitFacts(patient: Patient): string[] {
  const facts = [addressFact(patient), patient.ehrId, patient.services.join(', ')]
  return [facts.filter(Boolean).join(' · ')]
}
