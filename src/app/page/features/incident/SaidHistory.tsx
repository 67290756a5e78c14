import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { Instant } from '#domain/time/instant.ts'
import { changeIncident as words } from '#text/nb/screens/incident/change-incident.ts'
import { saying as sayingWords } from '#text/nb/screens/incident/saying.ts'
import { coordinationFactText } from '#text/nb/words/incident/coordination-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import type { Saying } from '../../services/use-saying.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

type SaidHistoryProps = { incident: Incident; now: Instant; saying: Saying }

/** What is said of the incident, newest first, each taken back by its name. Steps are taken back on their cards. */
export function SaidHistory({ incident, now, saying }: SaidHistoryProps) {
  const { role } = useUnlocked().profile
  const zones = useZoneNames()
  const reading = useOpened((core) => core.incidents.history(incident.id), [incident.id])
  const facts = (reading?.kind === 'open' ? reading.value : []).filter(
    ({ body }) => body.kind !== 'step',
  )
  if (facts.length === 0) return null
  return (
    <>
      <GroupHeading text={words.said} />
      <Rows label={words.said}>
        {facts.map((fact) => {
          const name = coordinationFactText(fact.body, { now, zones })
          return (
            <Row
              key={fact.entryId}
              name={name}
              facts={[words.saidBy(fact.author.name, momentWords(fact.at, now))]}
              {...(incident.late.includes(fact.entryId) ? { strong: words.late } : {})}
              aside={mayDo(role, 'startIncidents') ? undo(fact, name) : undefined}
            />
          )
        })}
      </Rows>
    </>
  )

  function undo({ entryId }: CoordinationFact, name: string) {
    return (
      <button
        type="button"
        className="link"
        disabled={saying.isBusy}
        onClick={() => void saying.undo(incident.id, [entryId])}
      >
        {sayingWords.undo}
        <span className="visually-hidden"> {name}</span>
      </button>
    )
  }
}
