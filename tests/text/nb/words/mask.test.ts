import { expect, test } from 'vitest'
import { maskedPersonalNumber } from '#text/nb/words/mask.ts'

test('a fødselsnummer is shown without its last five digits', () => {
  expect(maskedPersonalNumber('01017012345')).toBe('010170 •••••')
})

test('a number that is too short to have a birth date is masked whole', () => {
  expect(maskedPersonalNumber('010170')).toBe('•••••')
})
