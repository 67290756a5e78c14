import { expect, test } from 'vitest'
import { normalCode, refusalOfCode } from '#domain/vault/code.ts'

test.each(['1', '4711', '47110'])('%s is too short', (code) => {
  expect(refusalOfCode(code)).toEqual({ kind: 'codeTooShort', minDigits: 6 })
})

test.each(['000000', '12121212', '735735'])('%s repeats itself', (code) => {
  expect(refusalOfCode(code)).toEqual({ kind: 'codeRepeats' })
})

test.each(['123456', '987654', '789012', '210987'])('%s counts', (code) => {
  expect(refusalOfCode(code)).toEqual({ kind: 'codeCounts' })
})

test.each(['471108', '31 41 59', 'blåbær kaffe bilnøkkel', 'å æ øksehogger'])(
  '%s is good enough',
  (code) => {
    expect(refusalOfCode(code)).toBeNull()
  },
)

test.each(['passord', 'to ord', 'a b c', 'kaffekoppen kaffekanna'])(
  '%s has too few words',
  (code) => {
    expect(refusalOfCode(code)).toMatchObject({ kind: 'codeTooFewWords' })
  },
)

test('a code typed with other spaces, capitals or composed letters is the same code', () => {
  expect(normalCode(' Blåbær  KAFFE bil ')).toBe(normalCode('blåbær kaffe bil'.normalize('NFD')))
  expect(normalCode('31 41 59')).toBe('314159')
})
