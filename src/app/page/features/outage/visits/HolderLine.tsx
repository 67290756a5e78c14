import type { EmployeeId } from '#domain/base/ids.ts'
import type { VisitState } from '#domain/people/people.ts'
import type { Instant } from '#domain/time/instant.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import { visitOutcomeText } from '#text/nb/words/incident/person-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { isOver } from './visit-key.ts'

/** Whose the visit is, to whom it is offered, or how it ended, when and by whom. */
export function HolderLine({ row, now }: { row: VisitRow; now: Instant }) {
  const { employeeId } = useUnlocked()
  const { state } = row
  return [endedText(state, now), isOver(row) ? null : holderText(state, employeeId)]
    .filter((part) => part !== null)
    .join(' · ')
}

function endedText({ ended }: VisitState, now: Instant): string | null {
  if (ended === null) return null
  const { body, at, author } = ended.shown
  const text = visitOutcomeText[body.outcome]
  const said = body.word === null ? text : `${text} (${body.word})`
  return words.endedBy(said, momentWords(at, now), author.name)
}

function holderText({ offered, taken, holder }: VisitState, me: EmployeeId): string {
  const offer = offered?.shown
  if (offer !== undefined) {
    const { to } = offer.body
    return to.employeeId === me ? words.offeredToYou(offer.author.name) : words.offeredTo(to.name)
  }
  if (holder === null) return words.nobody
  const whose = holder.employeeId === me ? words.yours : words.holder(holder.name)
  const agreedWith = taken?.shown.body.agreedWith
  return agreedWith === undefined ? whose : `${whose} · ${words.agreedWith(agreedWith)}`
}
