import { useState } from 'react'
import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import { paths } from '../../../paths/paths.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { OutageScreen } from '../OutageScreen.tsx'
import { type Outage, type OutageAddress, useOutage } from '../use-outage.ts'
import { CallFoot } from './CallFoot.tsx'
import { CallList } from './CallList.tsx'
import { listOf } from '../../../incident-parts/called-lists.ts'

const atOnce = 100

type CallListAddress = OutageAddress & { list?: PatientListKind | undefined }

/** «Ikke fått kontakt»: who has neither answered nor been seen, shared among those who call. */
export function CallListScreen({ list, ...address }: CallListAddress) {
  const outage = useOutage(address, (chosen) => paths.callList.to({ ...chosen, list }))
  const { incident } = outage
  if (incident === null) {
    return (
      <OutageScreen title={words.title} outage={outage}>
        {() => null}
      </OutageScreen>
    )
  }
  return <CallListOf incident={incident} outage={outage} list={listOf(incident, list)} />
}

type CallListOfProps = { incident: Incident; outage: Outage; list: PatientListKind }

function CallListOf({ incident, outage, list }: CallListOfProps) {
  const { zone } = outage.zones
  const [maxRows, setMaxRows] = useState(atOnce)
  const opened = useOpened(
    async ({ incidents, reader }) => {
      const [reading, all, services] = await Promise.all([
        incidents.contactList(incident.id, list, zone, maxRows),
        // Over all lists each person counts once, so that this is no sum of theirs.
        incidents.contactList(incident.id, null, zone, 0),
        reader.listServices(),
      ])
      return { reading, all, services: services.kind === 'open' ? services.value : [] }
    },
    [incident.id, list, zone, maxRows],
  )
  const reading = opened?.reading
  const counts = opened?.all.kind === 'open' ? opened.all.value.counts : null
  return (
    <OutageScreen
      title={words.title}
      outage={outage}
      figure={counts === null ? null : words.ofAll(counts.notReached, counts.people)}
      foot={
        reading?.kind === 'open' ? (
          <CallFoot contacts={reading.value} {...{ incident, list, outage }} />
        ) : undefined
      }
    >
      {() => (
        <CallList
          services={opened?.services ?? []}
          {...{ incident, list, outage, reading }}
          onMore={() => setMaxRows(maxRows + atOnce)}
        />
      )}
    </OutageScreen>
  )
}
