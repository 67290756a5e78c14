import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { peopleInOutage } from '#text/nb/screens/people/people-in-outage.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import type { VisitRow as VisitRowOf, VisitsReading } from '#app/bridge/incident-queries.ts'
import { useState } from 'react'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Rows } from '../../../ui/Rows.tsx'
import { PersonSaid } from '../PersonSaid.tsx'
import { useCalmRows } from '../use-calm-rows.ts'
import { usePersonSaying } from '../use-person-saying.ts'
import { OutageVisitRow } from './OutageVisitRow.tsx'
import { keyOfRow } from './visit-key.ts'

const atOnce = 100

type VisitGroupsProps = { visits: VisitsReading; incident: Incident; now: Instant }

/** Hers, those that nobody has, those of others, and what is over, folded. */
export function VisitGroups({ visits, incident, now }: VisitGroupsProps) {
  const saying = usePersonSaying(incident.id)
  const [takenIn, setTakenIn] = useState<VisitRowOf['patient']>(null)
  const row = (of: VisitRowOf) => (
    <OutageVisitRow
      key={keyOfRow(of)}
      row={of}
      onTake={(patient) => {
        setTakenIn(patient)
        void saying.say(patient.zone, [{ kind: 'visitTaken', visit: of.state.key }])
      }}
      {...{ incident, now }}
    />
  )
  return (
    <>
      {takenIn === null ? null : <PersonSaid saying={saying} zone={takenIn.zone} />}
      <Group
        text={words.mine}
        rows={visits.mine}
        row={row}
        {...(visits.free.length === 0 ? {} : { none: words.noneMine })}
      />
      <Group text={words.free} rows={visits.free} row={row} />
      <Group text={words.others} rows={visits.others} row={row} />
      {visits.ended.length === 0 ? null : (
        <details className="folded">
          <summary>{words.ended(visits.ended.length)}</summary>
          <Group text={null} rows={visits.ended} row={row} />
        </details>
      )}
    </>
  )
}

type GroupProps = {
  text: string | null
  rows: readonly VisitRowOf[]
  row: (row: VisitRowOf) => React.ReactNode
  none?: string
}

function Group({ text, rows, row, none }: GroupProps) {
  const [maxRows, setMaxRows] = useState(atOnce)
  const calm = useCalmRows(rows, keyOfRow)
  const left = calm.length - maxRows
  if (rows.length === 0 && none === undefined) return null
  return (
    <>
      {text === null ? null : <GroupHeading text={text} beside={rows.length} />}
      {rows.length === 0 ? (
        <p className="field__help">{none}</p>
      ) : (
        <Rows label={text ?? words.title}>{calm.slice(0, maxRows).map(row)}</Rows>
      )}
      {left > 0 ? (
        <button type="button" className="link" onClick={() => setMaxRows(maxRows + atOnce)}>
          {peopleInOutage.more(Math.min(atOnce, left))}
        </button>
      ) : null}
    </>
  )
}
