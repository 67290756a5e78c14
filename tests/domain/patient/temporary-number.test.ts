import { createHash } from 'node:crypto'
import { assert, constantFrom, integer, nat, pre, property, uuid } from 'fast-check'
import { expect, test } from 'vitest'
import { PatientId } from '#domain/base/ids.ts'
import { readTemporaryNumber, temporaryNumber } from '#domain/patient/temporary-number.ts'

const ids = uuid({ version: 4 }).map((id) => PatientId.parse(id))
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

test('the number is made of the id alone, and is read again however it was written', () => {
  assert(
    property(ids, constantFrom('', ' ', '-'), (id, between) => {
      const number = temporaryNumber(id)
      const said = number.toLowerCase().replaceAll('-', between)

      expect(number).toMatch(/^NY(-[2-9A-HJKMNP-Z]{3}){3}$/)
      expect(temporaryNumber(id)).toBe(number)
      expect(readTemporaryNumber(said)).toBe(number)
      expect(readTemporaryNumber(number.slice(3))).toBe(number)
    }),
  )
})

test('a wrong character is found, wherever it stands', () => {
  assert(
    property(ids, nat(8), integer({ min: 1, max: 30 }), (id, place, by) => {
      const bare = temporaryNumber(id).replaceAll('-', '').slice(2)
      const other = alphabet[(alphabet.indexOf(bare.charAt(place)) + by) % alphabet.length] ?? ''

      expect(readTemporaryNumber(bare.slice(0, place) + other + bare.slice(place + 1))).toBeNull()
    }),
  )
})

test('two characters that have changed places are found', () => {
  assert(
    property(ids, nat(7), (id, place) => {
      const bare = temporaryNumber(id).replaceAll('-', '').slice(2)
      const [one, next] = [bare.charAt(place), bare.charAt(place + 1)]
      pre(one !== next)

      const swapped = bare.slice(0, place) + next + one + bare.slice(place + 2)
      expect(readTemporaryNumber(swapped)).toBeNull()
    }),
  )
})

test('twenty thousand phones that never met give twenty thousand numbers', () => {
  const numbers = Array.from({ length: 20_000 }, (_, phone) => {
    const bits = createHash('sha256').update(`phone ${phone}`).digest('hex')
    const parts = [bits.slice(0, 8), bits.slice(8, 12), `4${bits.slice(12, 15)}`]
    return temporaryNumber(PatientId.parse([...parts, '8000', bits.slice(16, 28)].join('-')))
  })

  expect(new Set(numbers).size).toBe(numbers.length)
})

test.each(['', 'NY', 'NY-K7Q-F3M', '12345678901', 'Berg', 'NY-O00-III-LLL'])(
  '«%s» is no number',
  (text) => {
    expect(readTemporaryNumber(text)).toBeNull()
  },
)
