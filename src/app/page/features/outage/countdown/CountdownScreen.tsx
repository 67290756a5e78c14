import { useState } from 'react'
import type { Incident } from '#domain/incidents/incident.ts'
import { countdown as words } from '#text/nb/screens/people/countdown.ts'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { paths } from '../../../paths/paths.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { OutageScreen, noRows } from '../OutageScreen.tsx'
import { useContacts } from '../use-contacts.ts'
import { type Outage, type OutageAddress, useOutage } from '../use-outage.ts'
import { CountdownRows } from './CountdownRows.tsx'

const atOnce = 100

/** Who runs out of power first. It reads this phone alone, and ticks without asking anybody. */
export function CountdownScreen(address: OutageAddress) {
  const outage = useOutage(address, (chosen) => paths.countdown.to(chosen))
  const { incident } = outage
  return incident === null ? (
    <OutageScreen title={words.title} outage={outage}>
      {() => null}
    </OutageScreen>
  ) : (
    <Countdown key={incident.id} incident={incident} outage={outage} />
  )
}

function Countdown({ incident, outage }: { incident: Incident; outage: Outage }) {
  const [maxRows, setMaxRows] = useState(atOnce)
  const { zone } = outage.zones
  const contacts = useContacts()
  const reading = useOpened(
    (core) => core.incidents.countdown(incident.id, zone, maxRows),
    [incident.id, zone, maxRows],
  )
  return (
    <OutageScreen title={words.title} outage={outage}>
      {() => (
        <OpenReading reading={contacts === undefined ? undefined : reading} none={noRows}>
          {(countdown, { isWhole }) =>
            countdown.total.people === 0 && isWhole ? (
              <Notice kind="empty" title={words.empty} text={words.emptyText} />
            ) : (
              <CountdownRows
                now={outage.now}
                onMore={() => setMaxRows(maxRows + atOnce)}
                contacts={contacts ?? []}
                {...{ countdown, incident }}
              />
            )
          }
        </OpenReading>
      )}
    </OutageScreen>
  )
}
