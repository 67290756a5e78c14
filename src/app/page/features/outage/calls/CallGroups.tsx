import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import { peopleInOutage } from '#text/nb/screens/people/people-in-outage.ts'
import { contactStateText } from '#text/nb/words/incident/person-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { ContactReading, ContactRow as ContactRowOf } from '#app/bridge/incident-queries.ts'
import { paths } from '../../../paths/paths.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { useDevice } from '../../../services/use-opened.ts'
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
  onMore: () => void
}

/** Hers to call, then whom others call or nobody has been dealt, then who is reached, folded. */
export function CallGroups({ contacts, incident, list, outage, onMore }: CallGroupsProps) {
  const { now, lastShared } = outage
  const { total } = contacts
  const { employeeId } = useUnlocked()
  const isOffline = useDevice().sync.line === 'offline'
  const seenAt = isOffline && lastShared !== null ? momentWords(lastShared, now) : null
  const mine = useCalmRows(contacts.mine.filter(isToCall), keyOf)
  const others = useCalmRows(contacts.others.filter(isToCall), keyOf)
  const toVisit = [...contacts.mine, ...contacts.others].filter((of) => !isToCall(of))
  const row = (of: ContactRowOf) => (
    <ContactRow key={keyOf(of)} row={of} unknownSince={seenAt} {...{ incident, list, now }} />
  )
  return (
    <>
      {mine.length === 0 ? null : (
        <>
          <GroupHeading
            text={mineText(contacts, employeeId)}
            beside={othersText(contacts, employeeId, now)}
          />
          <Rows label={words.youCall}>{mine.map(row)}</Rows>
        </>
      )}
      <More of={total.mine - contacts.mine.length} onMore={onMore} />
      {others.length === 0 ? null : (
        <>
          <GroupHeading
            text={words.others}
            beside={seenAt === null ? others.length : words.othersSeen(others.length, seenAt)}
          />
          <Rows label={words.others}>{others.map(row)}</Rows>
        </>
      )}
      <More of={total.others - contacts.others.length} onMore={onMore} />
      {toVisit.length === 0 ? null : (
        <>
          <GroupHeading
            text={contactStateText.needsVisit}
            beside={<Link to={paths.visits.to(outage.linked)}>{words.toVisitList}</Link>}
          />
          <Rows label={contactStateText.needsVisit}>{toVisit.map(row)}</Rows>
        </>
      )}
      {total.reached === 0 ? null : (
        <details className="folded">
          <summary>{words.reached(total.reached)}</summary>
          <Rows label={words.reached(total.reached)}>{contacts.reached.map(row)}</Rows>
          <More of={total.reached - contacts.reached.length} onMore={onMore} />
        </details>
      )}
    </>
  )
}

const atOnce = 100

function More({ of, onMore }: { of: number; onMore: () => void }): ReactNode {
  if (of <= 0) return null
  return (
    <button type="button" className="link" onClick={onMore}>
      {peopleInOutage.more(Math.min(atOnce, of))}
    </button>
  )
}

/** Who needs a visit has answered, and is gone to. */
function isToCall({ contact }: ContactRowOf): boolean {
  return contact?.shown.body.state !== 'needsVisit'
}

function keyOf({ patient }: ContactRowOf): string {
  return patient.id
}
