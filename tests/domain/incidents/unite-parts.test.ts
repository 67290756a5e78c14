import { expect, test } from 'vitest'
import { CardCode } from '#domain/cards/action-card.ts'
import { uniteCards, uniteEnds, uniteSymptoms } from '#domain/incidents/unite-parts.ts'
import { minute, tk01 } from '../../support/a-fact.ts'

const tk02 = CardCode.parse('TK-02')

test('what fails is said once, in order', () => {
  expect(uniteSymptoms([['power', 'mobile'], ['mobile', 'ehr'], []])).toEqual([
    'power',
    'mobile',
    'ehr',
  ])
})

test('the latest announced end counts, and none only when nobody has announced one', () => {
  expect(uniteEnds([minute(60), null, minute(90), minute(30)])).toBe(minute(90))
  expect(uniteEnds([null, minute(30)])).toBe(minute(30))
  expect(uniteEnds([null, null])).toBeNull()
})

test('each card is there once, in its highest version, where it stood first', () => {
  const one = [
    { code: tk02, version: 3 },
    { code: tk01, version: 1 },
  ]
  const other = [
    { code: tk01, version: 2 },
    { code: tk02, version: 1 },
  ]

  expect(uniteCards([one, other])).toEqual([
    { code: tk02, version: 3 },
    { code: tk01, version: 2 },
  ])
})
