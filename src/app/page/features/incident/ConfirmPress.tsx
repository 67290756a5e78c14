import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { changeIncident as words } from '#text/nb/screens/incident/change-incident.ts'
import { outage } from '#text/nb/screens/incident/outage.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { Saying } from '../../services/use-saying.ts'
import { Action } from '../../ui/Action.tsx'

type ConfirmPressProps = { incident: Incident; now: Instant; saying: Saying }

/** Confirms the incident, or renews that, and says what follows from it. */
export function ConfirmPress({ incident: { id, confirmed }, now, saying }: ConfirmPressProps) {
  const isConfirmed = confirmed !== null && confirmed.until > now
  return (
    <section className="confirm" aria-label={outage.confirm}>
      <p>
        {isConfirmed
          ? `${outage.confirmedBy(confirmed.by.name, momentWords(confirmed.at, now))} ${words.confirmedUntil(momentWords(confirmed.until, now))}`
          : words.confirmMeaning}
      </p>
      <Action
        rank={isConfirmed ? 'second' : 'main'}
        isBusy={saying.isBusy}
        isDisabled={saying.isBusy}
        onPress={() => void saying.say(id, { kind: 'confirmed' })}
      >
        {isConfirmed ? words.renew : outage.confirm}
      </Action>
    </section>
  )
}
