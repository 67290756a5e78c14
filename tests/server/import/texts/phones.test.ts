import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPhones, hasUnreadPhone, splitAtPhones } from '#server/import/texts/phones.ts'

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
  expect(splitAtPhones('1. Per 90000512 2. Liv 41000512')).toEqual(['1. Per ', ' 2. Liv ', ''])
})

test.each([
  '900 00 5012',
  '07700 900123',
  '070-123 45 67',
  '555-948-7585',
  '33 44 55 6',
  '46 70 123 45 67',
  '9000051233440512',
  '90000512 1234',
  '04843310325',
])('«%s» is no number that is surely whole: none is read, and that is told of', (text) => {
  expect(findPhones(text)).toEqual([])
  expect(hasUnreadPhone(text)).toBe(true)
})

test.each(['90000512 etter kl 16.00', '900 00 512 (2. etg)', 'f. 01.02.1960', 'kl. 08.00'])(
  'in «%s» nothing is left unread',
  (text) => {
    expect(hasUnreadPhone(text)).toBe(false)
  },
)

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })

test('no phone is read that does not stand in the text as a whole', () => {
  const number = fc
    .integer({ min: 4, max: 12 })
    .chain(digits)
    .map((all) => all.join(''))
  const gaps = fc.array(fc.constantFrom('', ' ', '-'), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(number, gaps, (whole, between) => {
      const text = Array.from(whole, (digit, place) => `${digit}${between[place] ?? ''}`).join('')

      for (const phone of findPhones(text)) {
        const national = phone.replaceAll(' ', '')
        expect([national, `47${national}`, `0047${national}`, phone.replace('+', '00')]).toContain(
          whole,
        )
      }
    }),
  )
})
