import type { ActionCard } from '#domain/cards/action-card.ts'
import type { SymptomGuide } from '#domain/cards/symptom.ts'
import { useOpened } from './use-opened.ts'

/** The cards of this phone and what leads to them; none while they are read, for an incident must start without them. */
export function useHeldCards(): { cards: readonly ActionCard[]; guides: readonly SymptomGuide[] } {
  const cards = useOpened((core) => core.reader.listCards())
  const guides = useOpened((core) => core.reader.listSymptomGuides())
  return {
    cards: cards?.kind === 'open' ? cards.value : [],
    guides: guides?.kind === 'open' ? guides.value : [],
  }
}
