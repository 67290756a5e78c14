import type { ContactState } from './person-fact.ts'

/**
 * What shows of two states that know nothing of each other: the higher. First who must be gone to, then whom nobody has
 * reached. Then what would be worst to overlook: a death, and that she is somewhere else, which must be known before
 * anybody drives there. «Spoken with» is less than «visited», because a voice says less than a look; so it shows.
 */
export const contactWorry = {
  visited: 0,
  spokenOk: 1,
  moved: 2,
  transferred: 3,
  dead: 4,
  noAnswer: 5,
  needsVisit: 6,
} satisfies Record<ContactState, number>
