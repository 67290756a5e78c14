import { expect, test } from 'vitest'
import { factsLine } from '#app/page/parts/facts-line.ts'

const noBreak = '\u00A0'

test('a short fact is never broken, and the dot stays on the line of the fact before it', () => {
  expect(factsLine('Strandgata 22 B, inngang fra bakgården', 'bor med noen')).toBe(
    `Strandgata 22 B, inngang fra bakgården${noBreak}· bor${noBreak}med${noBreak}noen`,
  )
})

test('what is empty or unknown leaves no dot behind', () => {
  expect(factsLine(null, 'Dusj', '')).toBe('Dusj')
})
