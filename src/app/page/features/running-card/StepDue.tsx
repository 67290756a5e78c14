import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { capitalized, durationWords, momentWords } from '#text/nb/words/time.ts'
import { isGroupFinished, type StepGroup } from './step-groups.ts'

type StepDueProps = {
  group: StepGroup
  now: Instant
  /** Among tasks the time stands in its column, and only what is overdue says so in words too. */
  among: 'card' | 'tasks'
}

/** By when, in words, and that it is critical. Nothing of a step that is finished. */
export function StepDue({ group, now, among }: StepDueProps) {
  const { step, dueAt, isOverdue, isDue } = group
  if (isGroupFinished(group)) return null
  const saysWhen = among === 'card' || isOverdue
  const parts = [saysWhen ? dueText(dueAt, now) : null, step.critical ? words.critical : null]
    .filter((part) => part !== null)
    .join(' · ')
  if (parts === '') return null
  const isLate = isOverdue || isDue || step.critical
  return <p className={isLate ? 'step__due step__due--late' : 'step__due'}>{capitalized(parts)}</p>
}

function dueText(dueAt: Instant | null, now: Instant): string | null {
  if (dueAt === null) return null
  const when = momentWords(dueAt, now)
  const minutes = Math.floor(minutesBetween(now, dueAt))
  if (minutes < 0) return words.overdue(when)
  return minutes === 0 ? words.dueNow(when) : words.due(when, durationWords(minutes))
}
