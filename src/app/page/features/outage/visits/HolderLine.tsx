import type { Instant } from '#domain/time/instant.ts'
import { visits as words } from '#text/nb/screens/visits.ts'
import { visitOutcomeText } from '#text/nb/words/person-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { useUnlocked } from '../../../services/unlocked.ts'

/** Whose the visit is, to whom it is offered, or how it ended, when and by whom. */
export function HolderLine({ row, now }: { row: VisitRow; now: Instant }) {
  const { employeeId } = useUnlocked()
  const { holder, offered, ended } = row.state
  if (ended !== null) {
    const { body, at, author } = ended.shown
    const text = visitOutcomeText[body.outcome]
    return words.endedBy(
      body.word === null ? text : `${text} (${body.word})`,
      momentWords(at, now),
      author.name,
    )
  }
  const offer = offered?.shown
  if (offer !== undefined) {
    const { to } = offer.body
    return to.employeeId === employeeId
      ? words.offeredToYou(offer.author.name)
      : words.offeredTo(to.name)
  }
  if (holder === null) return words.nobody
  return holder.employeeId === employeeId ? words.yours : words.holder(holder.name)
}
