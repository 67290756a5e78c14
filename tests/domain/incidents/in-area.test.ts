import { expect, test } from 'vitest'
import { inArea } from '#domain/incidents/in-area.ts'
import { nord1, nord2 } from '../../support/a-fact.ts'
import { aPatient } from '../../support/a-patient.ts'

const living = (street: string) =>
  aPatient({ zone: nord1, address: { street, postalCode: null, city: null, detail: null } })
const storgata = inArea({ zones: [nord1], streets: ['Storgata'] })

test.each(['Storgata 5', 'STORGATA 5 B', 'H0201, Storgata 5', 'Leilighet 3, Storgata 5'])(
  '«%s» is in Storgata',
  (street) => {
    expect(storgata(living(street))).toBe(true)
  },
)

test('other streets and other zones are not', () => {
  expect(storgata(living('Furuveien 5'))).toBe(false)
  expect(storgata({ ...living('Storgata 5'), zone: nord2 })).toBe(false)
})

test('whoever’s address is not known is in all of her zone', () => {
  expect(storgata(aPatient({ zone: nord1 }))).toBe(true)
  expect(storgata(living(''))).toBe(true)
  expect(storgata(living('–'))).toBe(true)
})

test('an area without streets is the whole zone', () => {
  expect(inArea({ zones: [nord1], streets: [] })(living('Furuveien 5'))).toBe(true)
})
