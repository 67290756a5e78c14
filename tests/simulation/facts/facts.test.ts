import { expect, test } from 'vitest'
import { failingSeeds } from '../failing-seeds.ts'
import type { PaceName } from '../pace.ts'

/** `npm run sim -- --seeds 3000 --pace alone` for breadth. */
const lives: readonly (readonly [PaceName, seeds: number])[] = [
  ['facts', 25],
  ['alone', 15],
  ['rushedFacts', 10],
]

const notes: string[] = []

test.each(lives)(
  'in %s lives no fact is lost or shown twice, and all come to agree',
  async (pace, seeds) => {
    expect(await failingSeeds(seeds, { pace, onNote: (note) => notes.push(note) })).toEqual([])
  },
)

test('they meet all that facts are for', () => {
  const wanted = [
    'says started',
    'says step',
    'says merged',
    'says closed',
    'says reopened',
    'says confirmed',
    'says corrected',
    'says contact',
    'says visitGiven',
    'says visitTaken',
    'says visitEnded',
    'says undone',
    'a fact waits for a leader',
    'restored from a backup',
    'is cloned',
    'the root is lost',
  ]

  expect(wanted.filter((words) => !notes.some((note) => note.includes(words)))).toEqual([])
})
