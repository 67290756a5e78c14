import { expect, test } from 'vitest'
import { signeringsliste } from '#content/forms/signeringsliste.ts'
import { lacksAmount, markedAnswers, noAdditions } from '#domain/medicines/dose-marks.ts'
import { Instant } from '#domain/time/instant.ts'
import { aSigningRow } from '../../support/a-signed-dose.ts'

const noon = Instant.parse('2026-11-23T11:00:00.000Z')

test('a dose that is given says how much; one that is not given has no amount to say', () => {
  const row = { ...aSigningRow(), amount: '' }
  const given = { outcome: 'given', at: noon } as const
  const lacks = (...[mark, more]: [Parameters<typeof markedAnswers>[2], string]) =>
    lacksAmount(markedAnswers(signeringsliste, row, mark, { ...noAdditions, amount: more }))

  expect(lacks(given, '')).toBe(true)
  expect(lacks(given, '2 tabletter')).toBe(false)
  expect(lacks({ outcome: 'notGiven', code: 'refused' }, '')).toBe(false)
  expect(
    lacksAmount(
      markedAnswers(signeringsliste, { ...row, amount: '1 tablett' }, given, noAdditions),
    ),
  ).toBe(false)
})
