import { localClock } from '#domain/time/instant.ts'
import type { ActionCard } from '#domain/cards/action-card.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { dateWords } from '#text/nb/words/time.ts'
import { useNow } from '../services/use-now.ts'

/** The card's version, its owner, and whether it is approved. */
export function CardColophon({ card }: { card: ActionCard }) {
  const { on } = localClock(useNow())
  const first = card.phases[0]?.steps[0]?.number ?? 1
  return (
    <p className="card-colophon">
      {words.colophon(card.version, dateWords(card.validFrom, on), card.owner)}
      {' · '}
      {words.sayOnPhone(card.code, first)}
      {card.approvedBy === null ? (
        <>
          {' · '}
          <strong>{words.notApproved}</strong>
        </>
      ) : null}
    </p>
  )
}
