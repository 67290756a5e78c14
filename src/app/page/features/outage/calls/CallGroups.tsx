import { useState } from 'react'
import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { callList as words } from '#text/nb/screens/call-list.ts'
import { peopleInOutage } from '#text/nb/screens/people-in-outage.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { ContactReading, ContactRow as ContactRowOf } from '#app/bridge/incident-queries.ts'
import { useDevice } from '../../../services/use-opened.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Rows } from '../../../ui/Rows.tsx'
import { useCalmRows } from '../use-calm-rows.ts'
import type { Outage } from '../use-outage.ts'
import { ContactRow } from './ContactRow.tsx'
import { mineText, othersText } from './share-text.ts'

type CallGroupsProps = {
  contacts: ContactReading
  incident: Incident
  list: PatientListKind
  outage: Outage
}

/** Hers to call, then whom others call or nobody has been dealt, then who is reached, folded. */
export function CallGroups({ contacts, incident, list, outage }: CallGroupsProps) {
  const { now, lastShared } = outage
  const { employeeId } = useUnlocked()
  const isOffline = useDevice().sync.line === 'offline'
  const seenAt = isOffline && lastShared !== null ? momentWords(lastShared, now) : null
  const mine = useCalmRows(contacts.mine, keyOf)
  const others = useCalmRows(
    contacts.others.filter(({ caller }) => caller !== null),
    keyOf,
  )
  const undealt = useCalmRows(
    contacts.others.filter(({ caller }) => caller === null),
    keyOf,
  )
  const row = (of: ContactRowOf) => (
    <ContactRow
      key={keyOf(of)}
      row={of}
      unknownSince={of.caller?.employeeId === employeeId ? null : seenAt}
      {...{ incident, list, now }}
    />
  )
  return (
    <>
      {mine.length === 0 ? null : (
        <>
          <GroupHeading text={mineText(contacts)} beside={othersText(contacts, now)} />
          <GroupOf label={words.youCall} rows={mine}>
            {row}
          </GroupOf>
        </>
      )}
      {undealt.length === 0 ? null : (
        <>
          <GroupHeading text={words.toCall} beside={undealt.length} />
          <GroupOf label={words.toCall} rows={undealt}>
            {row}
          </GroupOf>
        </>
      )}
      {others.length === 0 ? null : (
        <>
          <GroupHeading
            text={words.others}
            beside={seenAt === null ? others.length : words.othersSeen(others.length, seenAt)}
          />
          <GroupOf label={words.others} rows={others}>
            {row}
          </GroupOf>
        </>
      )}
      {contacts.reached.length === 0 ? null : (
        <details className="calls__reached">
          <summary>{words.reached(contacts.reached.length)}</summary>
          <GroupOf label={words.reached(contacts.reached.length)} rows={contacts.reached}>
            {row}
          </GroupOf>
        </details>
      )}
    </>
  )
}

const atOnce = 100

type GroupOfProps = {
  label: string
  rows: readonly ContactRowOf[]
  children: (row: ContactRowOf) => React.ReactNode
}

function GroupOf({ label, rows, children }: GroupOfProps) {
  const [maxRows, setMaxRows] = useState(atOnce)
  const left = rows.length - maxRows
  return (
    <>
      <Rows label={label}>{rows.slice(0, maxRows).map(children)}</Rows>
      {left > 0 ? (
        <button type="button" className="link" onClick={() => setMaxRows(maxRows + atOnce)}>
          {peopleInOutage.more(Math.min(atOnce, left))}
        </button>
      ) : null}
    </>
  )
}

function keyOf({ patient }: ContactRowOf): string {
  return patient.id
}
