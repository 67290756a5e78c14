import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { ZonePicker } from '../../parts/ZonePicker.tsx'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { IncidentPicker } from './IncidentPicker.tsx'
import type { Outage } from './use-outage.ts'
import './outage.css'

/** What an incident's rows say before anything was fetched. */
export const noRows = { title: words.nothingHere, text: words.nothingHereText }

type OutageScreenProps = {
  title: string
  outage: Outage
  /** To the right of the title, beside the zone. */
  figure?: ReactNode
  foot?: ReactNode
  children: (incident: Incident) => ReactNode
}

/** A list of an outage, or that nothing is down. */
export function OutageScreen({ title, outage, figure, foot, children }: OutageScreenProps) {
  const { incident, zones, reading } = outage
  return (
    <Screen
      title={title}
      beside={
        <span className="outage__beside">
          {figure === undefined ? null : <span>{figure}</span>}
          <ZonePicker choice={zones} />
        </span>
      }
      under={<IncidentPicker outage={outage} />}
      foot={foot}
    >
      <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
        {(_, { isWhole }) =>
          incident === null ? (
            isWhole && <NothingDown />
          ) : (
            <div className="outage">{children(incident)}</div>
          )
        }
      </OpenReading>
    </Screen>
  )
}

export function NothingDown() {
  return (
    <>
      <Notice kind="empty" title={words.none} text={words.noneText} />
      <p>
        <Link className="link" to={paths.whatFails.to()}>
          {words.toWhatFails}
        </Link>
      </p>
    </>
  )
}
