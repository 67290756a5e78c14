import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { placeText } from '#text/nb/words/incident/coordination-fact.ts'
import { factRefusalText } from '#text/nb/words/incident/fact-refusal.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Action } from '../../ui/Action.tsx'
import { plannedTimes, type StartPlan } from './start-plan.ts'
import type { useStart } from './use-start.ts'

type StartFootProps = {
  plan: StartPlan
  /** What somebody has reported within the hour; null when nobody has. */
  similar: Incident | null
  starting: ReturnType<typeof useStart>
  others: 'none' | 'some'
  now: Instant
  details: { isShown: boolean; toggle: () => void }
}

/** What will happen, in words, and the button that makes it happen. */
export function StartFoot({ plan, similar, starting, others, now, details }: StartFootProps) {
  const { zones } = useUnlocked().profile
  const { isBusy, refusal } = starting
  const isBlocked = isBusy || plan.area.zones.length === 0
  const times = plannedTimes(plan.begins, now)
  const isPlanned = times.ok && times.value.startsAt > now
  const added = plan.symptoms.filter((one) => !similar?.symptoms.includes(one))

  return (
    <>
      {refusal === null ? null : (
        <p className="field__fault" role="alert">
          {factRefusalText(refusal)}
        </p>
      )}
      {similar === null ? null : (
        <Action
          rank="primary"
          isBusy={isBusy}
          isDisabled={isBusy}
          onPress={() => void starting.join(similar)}
        >
          {added.length === 0 ? words.join(similar.symptoms) : words.add(added)}
        </Action>
      )}
      <p className="start-line">
        {words.begins(beginsText(plan, now), placeText(plan.area, zones), plan.level)}{' '}
        <button type="button" className="link" onClick={details.toggle}>
          {details.isShown ? words.backToSymptoms : words.change}
        </button>
      </p>
      <Action
        rank={similar === null ? 'primary' : 'second'}
        isBusy={isBusy}
        isDisabled={isBlocked}
        onPress={() => void starting.start(others)}
      >
        {isBusy ? words.starting : startWords()}
      </Action>
    </>
  )

  function startWords(): string {
    if (similar !== null) return words.separate(plan.symptoms)
    return isPlanned ? words.plan(plan.symptoms) : words.start(plan.symptoms)
  }
}

function beginsText({ begins }: StartPlan, now: Instant): string {
  if (begins.kind === 'ago' && begins.minutes === 0) return words.now
  const times = plannedTimes(begins, now)
  return times.ok ? momentWords(times.value.startsAt, now) : words.unknownTime
}
