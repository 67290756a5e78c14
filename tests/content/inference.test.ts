import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { stepsToRun } from '#domain/cards/step-to-run.ts'

/**
 * The steps that the domain facts mark as an inference or as not looked up. The whole of TK-13 and TK-14 is inferred.
 */
const inferred: Readonly<Record<string, readonly number[]>> = {
  'TK-01': [18],
  'TK-03': [1],
  'TK-06': [3],
  'TK-13': [1, 2, 3, 4, 5, 6, 7, 8],
  'TK-14': [1, 2, 3, 4, 5, 6, 7, 8],
}

const cards = defaultActionCards.map((card) => [card.code, card] as const)

test.each(cards)(
  '%s marks the steps that are concluded from other facts, and no others',
  (code, card) => {
    const marked = stepsToRun(card).filter(({ inference }) => inference)

    expect(marked.map(({ number }) => number)).toEqual(inferred[code] ?? [])
  },
)

test.each(cards)('%s marks lines that it has', (_, card) => {
  const { triggers, notWhen, notify, figures, thresholds, prepared, traps } = card
  const lines = [triggers, notWhen, notify, figures, thresholds, prepared, traps].flat()

  expect(card.inferredLines?.filter((line) => !lines.includes(line))).toEqual([])
})

test.each([
  ['TK-01', 'Nivå 1'],
  ['TK-01', 'Nivå 2'],
  ['TK-01', 'Nivå 3'],
  ['TK-01', 'P1: skade eller død'],
  ['TK-03', 'Mistanke om dataangrep er nivå 3'],
  ['TK-04', 'Over 2 t: nivå 2'],
  ['TK-05', 'Mål: P1 og P2 er nådd innen 60 min'],
  ['TK-10', 'Stopp-regel'],
  ['TK-13', 'Innloggingen svikter for mange'],
  ['TK-14', 'Responssenteret svarer ikke'],
])('%s marks «%s …»', (code, words) => {
  const card = defaultActionCards.find((known) => known.code === code)

  expect(card?.inferredLines?.some((line) => line.includes(words))).toBe(true)
})

test.each(cards)('%s says each threshold of the clock in words too', (_, card) => {
  const words = card.thresholds.join(' ').toLowerCase()
  const unsaid = (card.timedThresholds ?? []).filter(({ afterMinutes, level }) => {
    const time = [`${afterMinutes} min`, `${afterMinutes / 60} t`, `${afterMinutes / 60} timer`]
    const isSaid = afterMinutes === 0 || time.some((one) => words.includes(one))
    return !isSaid || (level !== null && !words.includes(`nivå ${level}`))
  })

  expect(unsaid).toEqual([])
})
