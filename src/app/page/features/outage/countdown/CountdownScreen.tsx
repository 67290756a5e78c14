import { useState } from 'react'
import type { Incident } from '#domain/incidents/incident.ts'
import { countdown as words } from '#text/nb/screens/countdown.ts'
import type { CountdownReading } from '#app/bridge/incident-queries.ts'
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
  return (
    <OutageScreen title={words.title} outage={outage}>
      {(incident) => <Countdown key={incident.id} incident={incident} outage={outage} />}
    </OutageScreen>
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
    <OpenReading reading={reading} none={noRows}>
      {(countdown, { isWhole }) =>
        countdown.total.people === 0 ? (
          isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
        ) : (
          <>
            <Totals total={countdown.total} />
            <CountdownRows
              countdown={countdown}
              incident={incident}
              now={outage.now}
              contacts={contacts}
              onMore={() => setMaxRows(maxRows + atOnce)}
            />
          </>
        )
      }
    </OpenReading>
  )
}

function Totals({ total }: Pick<CountdownReading, 'total'>) {
  return (
    <p className="outage__totals">
      <span>{words.rows(total.known + total.unknown, total.people)}</span>
      {total.red === 0 ? null : <strong>{words.redCount(total.red)}</strong>}
    </p>
  )
}
