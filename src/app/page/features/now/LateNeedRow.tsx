import type { Instant } from '#domain/time/instant.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'
import { CallButton } from '../../incident-parts/CallButton.tsx'
import { ContactLine } from '../../incident-parts/ContactLine.tsx'
import { elsewhereText, WhomToAsk } from '../../incident-parts/WhomToAsk.tsx'
import { paths } from '../../paths/paths.ts'
import { Row } from '../../ui/Rows.tsx'
import type { LateNeed } from './read-late-needs.ts'

type LateNeedRowProps = { need: LateNeed; now: Instant }

/** Who it is, who said so and when, and whose the visit is; or whom to ask about one who is not on this phone. */
export function LateNeedRow({ need, now }: LateNeedRowProps) {
  const { incident, patientId, person, elsewhere } = need
  if (person === null) {
    return (
      <Row
        tone="harm"
        name={elsewhereText(elsewhere)}
        facts={elsewhere === null ? [] : [<WhomToAsk key="ask" elsewhere={elsewhere} />]}
      />
    )
  }
  return (
    <Row
      tone="harm"
      to={paths.personInIncident.to({ patientId, incident })}
      name={lookupName(person.patient.name)}
      facts={[<ContactLine key="contact" standing={person.contact} now={now} />]}
      strong={visitText(person)}
      aside={<CallButton patient={person.patient} from={{ incident }} />}
    />
  )
}

function visitText({ visits }: PersonReading): string {
  const holder = visits.find(({ holder, ended }) => holder !== null && ended === null)?.holder
  return holder === null || holder === undefined
    ? words.nobodyHasVisit
    : words.hasVisit(holder.name)
}
