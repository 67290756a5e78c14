import type { ActionCard } from '#domain/cards/action-card.ts'
import { tk01 } from './tk-01.ts'
import { tk02 } from './tk-02.ts'
import { tk03 } from './tk-03.ts'
import { tk04 } from './tk-04.ts'
import { tk05 } from './tk-05.ts'
import { tk06 } from './tk-06.ts'
import { tk07 } from './tk-07.ts'
import { tk08 } from './tk-08.ts'
import { tk09 } from './tk-09.ts'
import { tk10 } from './tk-10.ts'
import { tk11 } from './tk-11.ts'
import { tk12 } from './tk-12.ts'
import { tk13 } from './tk-13.ts'
import { tk14 } from './tk-14.ts'

/** The cards of a new municipality. None of them is clinically approved. */
export const defaultActionCards: readonly ActionCard[] = [
  tk01,
  tk02,
  tk03,
  tk04,
  tk05,
  tk06,
  tk07,
  tk08,
  tk09,
  tk10,
  tk11,
  tk12,
  tk13,
  tk14,
]
