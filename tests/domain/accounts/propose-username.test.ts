import { expect, test } from 'vitest'
import { Username } from '#domain/accounts/account-name.ts'
import { proposeUsername } from '#domain/accounts/propose-username.ts'

test.each([
  ['Kari Anne Nordmann', 'kari.nordmann'],
  ['Nordmann, Kari Anne', 'kari.nordmann'],
  ['Åse Bjørnæs', 'ase.bjornaes'],
  ['Máret Đorđi', 'maret.dordi'],
  ['Li', 'li'],
  ['Ó', 'o.ansatt'],
  ['李', 'ansatt'],
  ['Per-Åge O’Brien', 'per.brien'],
])('%s becomes %s', (name, username) => {
  expect(proposeUsername(name, () => false)).toBe(username)
  expect(Username.parse(username)).toBe(username)
})

test('a name that is taken gets the first number that is free', () => {
  const taken = new Set(['kari.moe', 'kari.moe2'])

  expect(proposeUsername('Kari Moe', (name) => taken.has(name))).toBe('kari.moe3')
})
