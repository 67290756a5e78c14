import { expect, test } from 'vitest'
import { readSignInCode, signInCodeOf } from '#domain/accounts/sign-in-code.ts'

const random = Uint8Array.from({ length: 32 }, (_, at) => at * 29)

test('a code is twelve letters and digits in groups of four', () => {
  expect(signInCodeOf(random)).toMatch(
    /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
  )
})

test('a code is read however it is typed', () => {
  const code = signInCodeOf(random)

  expect(readSignInCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code)
  expect(readSignInCode(` ${code.replaceAll('-', '–')} `)).toBe(code)
  expect(readSignInCode('oil0 oil0 oil0')).toBe('0110-0110-0110')
})

test.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKMNP', 'ÆØÅ1-ABCD-EFGH'])('«%s» is no code', (typed) => {
  expect(readSignInCode(typed)).toBeNull()
})
