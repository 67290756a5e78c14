import { expect, test } from 'vitest'
import { placeOfAddress } from '#domain/patient/place-of-address.ts'

test.each([
  ['Storgata 12', 'storgata', '12'],
  ['Storgata 12 B', 'storgata', '12b'],
  ['  STORGATA   12b ', 'storgata', '12b'],
  ['Storgata, 12', 'storgata', '12'],
  ['Storgata 12 og 14', 'storgata', '12'],
  ['7. juni gate 5', '7junigate', '5'],
  ['Øvre Åsvei 3', 'ovreasvei', '3'],
  ['Storgata', 'storgata', null],
  ['', '', null],
])('«%s» is in %s at number %s', (address, street, number) => {
  expect(placeOfAddress(address)).toEqual({ street, number })
})

test('a very long address of white space is read at once', () => {
  const started = performance.now()

  placeOfAddress(`a${' '.repeat(100_000)}b`)
  placeOfAddress(', '.repeat(50_000))

  expect(performance.now() - started).toBeLessThan(1_000)
})
