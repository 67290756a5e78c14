import { expect, test } from 'vitest'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import { readRecordId } from '#domain/patient/record-id.ts'

test.each([
  ['', 'none'],
  ['-', 'none'],
  ['NULL', 'none'],
  ['nan', 'none'],
  ['#REF!', 'none'],
  ['(tom)', 'none'],
  ['0', 'placeholder'],
  ['0000', 'placeholder'],
  ['999999', 'placeholder'],
  ['11111', 'placeholder'],
  ['XXXX', 'placeholder'],
  ['123456789', 'placeholder'],
  ['Ukjent', 'placeholder'],
  ['ikke oppgitt', 'placeholder'],
  ['1,23457E+11', 'shortened'],
  ['1.2E+10', 'shortened'],
  ['123457000000', 'shortened'],
  ['1234567890123450', 'shortened'],
  ['7', 'usable'],
  ['4711', 'usable'],
  ['A-1', 'usable'],
  ['12E4', 'usable'],
  ['1000', 'usable'],
  ['10000017', 'usable'],
])('the id «%s» is %s', (text, kind) => {
  expect(readRecordId(text).kind).toBe(kind)
})

test('an id that a spreadsheet shows with decimals is the whole number', () => {
  expect(readRecordId('17.0')).toEqual({ kind: 'usable', value: '17' })
})

test.each(['000000000000', '999999999999', '201512000000'])('the DUF number %s is none', (text) => {
  expect(readPersonalNumber(text).valid).toBe(false)
})
