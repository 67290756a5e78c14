import { expect, test } from 'vitest'
import type { RowFact } from '#domain/lists/row-facts.ts'
import { columnFactText, reserveText, rowFactText } from '#text/nb/words/row-fact.ts'

const neighbour = { name: 'Elin Moe', relation: 'Nabo', phone: '116117', canLookIn: true }

test.each([
  [{ kind: 'battery', minutes: 72 * 60 }, '3 dager', '3 dager'],
  [{ kind: 'unknownBattery' }, 'batteritid ikke kjent', 'ikke kjent'],
  [{ kind: 'noBattery' }, 'ikke batteri', '0 min'],
  [{ kind: 'helpWithin', minutes: 0 }, 'straks', 'straks'],
  [
    { kind: 'canLookIn', contact: neighbour },
    'Kan se innom: Nabo Elin Moe 116\u00A0117',
    'Nabo Elin Moe 116\u00A0117',
  ],
  [{ kind: 'protectedAddress' }, 'Skjult adresse', 'Skjult adresse'],
] satisfies [RowFact, string, string][])('%o is worded once', (fact, whole, short) => {
  expect([rowFactText(fact), columnFactText(fact)]).toEqual([whole, short])
})

test('how long a reserve lasts is said once', () => {
  expect(reserveText({ text: 'Flaske, 4 t', minutes: 240 })).toBe('Flaske, 4 t')
  expect(reserveText({ text: 'Flaske', minutes: 240 })).toBe('Flaske (4 t)')
  expect(reserveText({ text: null, minutes: 240 })).toBe('4 t')
})
