import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { personInIncident } from '#text/nb/screens/people/person-in-incident.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { Lacking } from '../../../parts/Lacking.tsx'
import { Unverified } from '../../../parts/Unverified.tsx'
import { paths } from '../../../paths/paths.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { Screen } from '../../../ui/Screen.tsx'
import { LevelTag } from '../LevelTag.tsx'
import { PersonSaid } from '../PersonSaid.tsx'
import { usePersonSaying } from '../use-person-saying.ts'
import type { Outage } from '../use-outage.ts'
import { GiveVisit } from './GiveVisit.tsx'
import { HolderLine } from './HolderLine.tsx'
import { TakeVisit } from './TakeVisit.tsx'
import { SinceList } from '../SinceList.tsx'
import { VisitFacts } from './VisitFacts.tsx'
import { VisitOutcomes } from './VisitOutcomes.tsx'
import { isOver, takesTwo } from './visit-key.ts'
import './visits.css'

type VisitViewProps = {
  row: VisitRow
  patient: Patient
  incident: Incident
  outage: Outage
  reading: Reading<unknown> | undefined
}

export function VisitView({ row, patient, incident, outage, reading }: VisitViewProps) {
  const { employeeId } = useUnlocked()
  const { now } = outage
  const saying = usePersonSaying(incident.id)
  const isHers = row.state.holder?.employeeId === employeeId
  const say = { row, patient, saying }
  return (
    <Screen
      title={lookupName(patient.name)}
      titleInHistory={words.title}
      above={
        <span className="visits__ways">
          <Link className="link" to={paths.visits.to({ incident: incident.id })}>
            {words.title}
          </Link>
          <Link className="link" to={paths.patient.to({ patientId: patient.id })}>
            {personInIncident.card}
          </Link>
        </span>
      }
      beside={<LevelTag patient={patient} />}
      foot={isHers || isOver(row) ? undefined : <TakeVisit {...say} />}
    >
      {reading === undefined ? null : <Lacking reading={reading} />}
      <Unverified reading={reading}>
        <SinceList patient={patient} />
        <VisitFacts {...{ row, patient, now }} incident={incident.id} />
        <p className="visits__holder">
          <HolderLine row={row} now={now} />
        </p>
        {takesTwo(row) ? (
          <p className="outage__warning">
            {words.needsTwo}. {words.needsTwoText}
          </p>
        ) : null}
        {isHers ? <GiveVisit {...say} /> : null}
        <PersonSaid saying={saying} zone={patient.zone} />
        <VisitOutcomes {...say} now={now} />
      </Unverified>
    </Screen>
  )
}
