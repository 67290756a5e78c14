import type { LocalTime } from '#domain/time/instant.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Visit, WorkList } from '#domain/lists/work-list.ts'
import { distanceWords } from '#text/nb/words/time.ts'
import type { FormerPatient } from '#domain/roster/former-patient.ts'
import { formerPatientText } from '#text/nb/words/notes/former-patient.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { useNow } from '../services/use-now.ts'
import { PatientRow } from './PatientRow.tsx'
import { Row } from '../ui/Rows.tsx'
import { visitFacts } from './visit-words.ts'

type VisitRowProps = {
  visit: Visit
  patient: Patient | null
  former: FormerPatient | null
  at: LocalTime
  isNext: boolean
  workList: WorkList['id']
}

export function VisitRow({ visit, patient, former, at, isNext, workList }: VisitRowProps) {
  const now = useNow()
  const distance = isNext ? distanceWords(visit.startsAt, at) : null
  const time = { clock: visit.startsAt, distance: distance ?? undefined, near: isNext }
  const facts = visitFacts(visit)
  if (patient === null && former !== null) {
    return (
      <Row
        name={lookupName(former.name)}
        facts={[formerPatientText(former, now), ...facts]}
        time={time}
      />
    )
  }
  if (patient === null) return <Row name={lists.notHere} facts={facts} time={time} />
  return <PatientRow patient={patient} origin={{ workList }} facts={facts} time={time} />
}
