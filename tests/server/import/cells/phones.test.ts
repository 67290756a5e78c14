import { expect, test } from 'vitest'
import { findPhones, withoutPhones } from '#server/import/cells/phones.ts'

test.each([
  ['90000512', ['900 00 512']],
  ['+47 900 00 512', ['900 00 512']],
  ['004733445566', ['33 44 55 66']],
  ['4790000512', ['900 00 512']],
  ['(+47) 900-00-512', ['900 00 512']],
  ['900\u202f00\u202f512', ['900 00 512']],
  ['90000512 33440512', ['900 00 512', '33 44 05 12']],
  ['900 00 512 900 00 513', ['900 00 512', '900 00 513']],
  ['+47 900 00 512 33 44 05 12', ['900 00 512', '33 44 05 12']],
  ['90000512/33440512', ['900 00 512', '33 44 05 12']],
  ['hj: 33440512 m: 90000512', ['33 44 05 12', '900 00 512']],
  ['+46 70 123 45 67', ['+46701234567']],
  ['02800', ['02800']],
])('«%s» holds %j', (text, phones) => {
  expect(findPhones(text)).toEqual(phones)
})

test.each(['9,0000512E+07', '01.02.1940', '110', 'hemmelig'])('«%s» holds no phone', (text) => {
  expect(findPhones(text)).toEqual([])
})

test('what stands around the phones is left', () => {
  expect(withoutPhones('1. Per 90000512 2. Liv 41000512').split(/\s+/)).toEqual([
    '1.',
    'Per',
    '2.',
    'Liv',
    '',
  ])
})
