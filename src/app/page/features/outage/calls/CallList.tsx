import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import type { ContactReading } from '#app/bridge/incident-queries.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { paths } from '../../../paths/paths.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { noRows } from '../OutageScreen.tsx'
import type { Outage } from '../use-outage.ts'
import { AlarmLines } from './AlarmLines.tsx'
import { CallGroups } from './CallGroups.tsx'
import { ContactCounts } from './ContactCounts.tsx'
import { ICall } from './ICall.tsx'
import { ListChips } from './ListChips.tsx'
import './calls.css'

type CallListProps = {
  incident: Incident
  list: PatientListKind
  outage: Outage
  reading: Reading<ContactReading> | undefined
  services: readonly ServiceDefinition[]
  onMore: () => void
}

/** Which list, who calls whom, and the rows: hers, those of others, and who is reached. */
export function CallList({ incident, list, outage, reading, services, onMore }: CallListProps) {
  return (
    <OpenReading reading={reading} none={noRows}>
      {(contacts, { isWhole }) => (
        <div className="calls">
          <ListChips {...{ contacts, services, list, incident, outage }} />
          <ContactCounts {...contacts} />
          {list === 'safetyAlarm' ? <AlarmLines counts={contacts.notReachedByAlarmLine} /> : null}
          {contacts.mine.length + contacts.others.length > 0 ? null : (
            <NobodyLeft isWhole={isWhole} hasReached={contacts.reached.length > 0} />
          )}
          <CallGroups {...{ contacts, incident, list, outage, onMore }} />
          <ICall {...{ contacts, list, incident, outage }} />
          <details className="folded calls__phrase">
            <summary>{words.phrase}</summary>
            <p>{words.phraseText}</p>
          </details>
          <p>
            <Link className="link" to={paths.readyMessages.to({})}>
              {words.readyMessages}
            </Link>
          </p>
        </div>
      )}
    </OpenReading>
  )
}

/** Nobody is said to be missing from a list of which not all could be read. */
function NobodyLeft({ isWhole, hasReached }: { isWhole: boolean; hasReached: boolean }) {
  if (hasReached) return <Notice kind="done" title={words.allReached} text={words.allReachedText} />
  return isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
}
