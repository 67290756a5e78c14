import type { Incident } from '#domain/incidents/incident.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { countdown as words } from '#text/nb/screens/people/countdown.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { CountdownReading } from '#app/bridge/incident-queries.ts'
import { usePatientLines } from '../../../amendment-parts/use-patient-lines.tsx'
import { paths } from '../../../paths/paths.ts'
import { Row, Rows } from '../../../ui/Rows.tsx'

type NotCountedProps = { countdown: CountdownReading; incident: Incident | null }

/** Who has power, or is somewhere else: folded, so that nobody in the area disappears. */
export function NotCounted({ countdown, incident }: NotCountedProps) {
  const { withPower, elsewhere, total } = countdown
  return (
    <>
      <Folded text={words.withPower(total.withPower)} {...{ incident }} patients={withPower} />
      <Folded text={words.elsewhere(total.elsewhere)} {...{ incident }} patients={elsewhere} />
    </>
  )
}

type FoldedProps = { text: string; patients: readonly Patient[]; incident: Incident | null }

function Folded({ text, patients, incident }: FoldedProps) {
  if (patients.length === 0) return null
  return (
    <details className="folded">
      <summary>{text}</summary>
      <Rows label={text}>
        {patients.map((patient) => (
          <NotCountedRow key={patient.id} patient={patient} incident={incident} />
        ))}
      </Rows>
    </details>
  )
}

function NotCountedRow({ patient, incident }: { patient: Patient; incident: Incident | null }) {
  const lines = usePatientLines(patient, { counts: 'medicines' })
  return (
    <Row
      name={lookupName(patient.name)}
      facts={lines}
      to={
        incident === null
          ? paths.patient.to({ patientId: patient.id })
          : paths.personInIncident.to({
              patientId: patient.id,
              from: 'countdown',
              incident: incident.id,
            })
      }
    />
  )
}
