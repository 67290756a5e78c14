import type { ActionCard } from '#domain/cards/action-card.ts'
import { tk01 } from './tk-01.ts'
import { tk02 } from './tk-02.ts'
import { tk03 } from './tk-03.ts'

/** The cards of a new municipality. None of them is clinically approved. */
export const defaultActionCards: readonly ActionCard[] = [tk01, tk02, tk03]
