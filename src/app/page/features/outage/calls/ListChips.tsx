import { useNavigate } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import { patientListChip } from '#text/nb/words/patient-list.ts'
import type { ContactReading } from '#app/bridge/incident-queries.ts'
import { paths } from '../../../paths/paths.ts'
import { Chips } from '../../../ui/Chips.tsx'
import type { Outage } from '../use-outage.ts'
import { calledLists } from '../../../incident-parts/called-lists.ts'

type ListChipsProps = {
  contacts: ContactReading
  services: readonly ServiceDefinition[]
  list: PatientListKind
  incident: Incident
  outage: Outage
}

/** «TRY/HST 6», «VEM 2»: how many are not reached on each list, under the municipality's own codes. */
export function ListChips({ contacts, services, list, incident, outage }: ListChipsProps) {
  const navigate = useNavigate()
  const shown = calledLists.filter(
    (kind) => kind === list || contacts.notReachedByList[kind] !== undefined,
  )
  const choices = shown.map((kind) => ({
    value: kind,
    label: words.chip(patientListChip(kind, services), contacts.notReachedByList[kind] ?? 0),
  }))
  return (
    <Chips
      label={words.lists}
      isLabelHidden
      count="one"
      choices={choices}
      chosen={[list]}
      onChoose={([value]) => {
        const chosen = shown.find((kind) => kind === value)
        const address = { list: chosen, incident: incident.id, zone: outage.zones.linked.zone }
        void navigate(paths.callList.to(address), { replace: true })
      }}
    />
  )
}
