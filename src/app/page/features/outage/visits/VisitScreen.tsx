import type { PatientId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { visitKeyText } from '#domain/people/keys.ts'
import type { VisitKey } from '#domain/people/person-fact.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import type { VisitRow, VisitsReading } from '#app/bridge/incident-queries.ts'
import { LoggedOpening } from '../../../parts/LoggedOpening.tsx'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { paths } from '../../../paths/paths.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Screen } from '../../../ui/Screen.tsx'
import { NotHere } from '../NotHere.tsx'
import { noRows, OutageScreen } from '../OutageScreen.tsx'
import { type Outage, type OutageAddress, useOutage } from '../use-outage.ts'
import { keyOfRow } from './visit-key.ts'
import { VisitView } from './VisitView.tsx'

type VisitAddress = OutageAddress & {
  patientId: PatientId
  visitId?: string | undefined
  on?: LocalDate | undefined
}

/** One visit: where and how to get in, whose it is, and how it went. */
export function VisitScreen(address: VisitAddress) {
  const outage = useOutage(address, (chosen) => paths.visit.to({ ...address, ...chosen }))
  const { incident } = outage
  if (incident === null) {
    return (
      <OutageScreen title={words.title} outage={outage}>
        {() => null}
      </OutageScreen>
    )
  }
  return <OneVisit {...{ address, outage, incident }} />
}

type OneVisitProps = { address: VisitAddress; outage: Outage; incident: Incident }

function OneVisit({ address, outage, incident }: OneVisitProps) {
  const reading = useOpened((core) => core.incidents.visits(incident.id, null), [incident.id])
  const row = reading?.kind === 'open' ? findRow(reading.value, keyOf(address)) : null
  if (row !== null && row.patient !== null) {
    return (
      <LoggedOpening key={row.patient.id} patient={row.patient}>
        <VisitView row={row} patient={row.patient} {...{ incident, outage, reading }} />
      </LoggedOpening>
    )
  }
  return (
    <Screen title={words.title} busy={reading === undefined}>
      <OpenReading reading={reading} none={noRows}>
        {(_, { isWhole }) => {
          if (row !== null) return <NotHere patientId={address.patientId} />
          return (
            isWhole && (
              <Notice kind="empty" title={words.unknownVisit} text={words.unknownVisitText} />
            )
          )
        }}
      </OpenReading>
    </Screen>
  )
}

function keyOf({ patientId, visitId, on }: VisitAddress): VisitKey {
  const isPlanned = visitId !== undefined && on !== undefined
  return { patientId, planned: isPlanned ? { visitId, on } : null }
}

function findRow({ mine, free, others, ended }: VisitsReading, key: VisitKey): VisitRow | null {
  const wanted = visitKeyText(key)
  return [...mine, ...free, ...others, ...ended].find((row) => keyOfRow(row) === wanted) ?? null
}
