import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'

const official = readFileSync(
  join(import.meta.dirname, '../../data/skatteetaten-folkeregisteret/foedselsnummer.csv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([number = '', synthetic, valid]) => ({
    number,
    synthetic: synthetic === 'true',
    valid: valid === 'true',
  }))

test('there are ten official numbers', () => {
  expect(official).toHaveLength(10)
})

test.each(official)('the official number $number is told right', ({ number, synthetic, valid }) => {
  const read = readPersonalNumber(number)

  expect({ valid: read.valid, synthetic: read.kind === 'synthetic' }).toEqual({ valid, synthetic })
})

describe('kinds', () => {
  test.each([
    ['21030550231', 'fodselsnummer', true],
    ['05073500186', 'fodselsnummer', true],
    ['55102499947', 'dNumber', true],
    ['01914796756', 'synthetic', true],
    ['01017012345', 'fodselsnummer', false],
    ['15064312345', 'fodselsnummer', false],
    ['210377xxxxx', 'unknown', false],
    ['1000807', 'unknown', false],
    ['ukjent', 'unknown', false],
    ['', 'unknown', false],
    ['201812345678', 'dufNumber', true],
  ] as const)('%s is of kind %s, valid %s', (text, kind, valid) => {
    expect(readPersonalNumber(text)).toEqual({ kind, valid, value: text })
  })

  test('a month with 40 added is a local help number', () => {
    expect(readPersonalNumber('01410112345').kind).toBe('hNumber')
  })

  test('a D-number with a month that has 40 added is a test number', () => {
    expect(readPersonalNumber('41410112345').kind).toBe('synthetic')
  })

  test('a month with 65 added is a test number of Norsk helsenett', () => {
    expect(readPersonalNumber('01660112345').kind).toBe('synthetic')
  })

  test('a first digit of 8 or 9 is a common help number', () => {
    expect(readPersonalNumber('80000000000').kind).toBe('fhNumber')
  })
})

test('spaces, dots and hyphens within a number are left out', () => {
  expect(readPersonalNumber('210305 50231').value).toBe('21030550231')
  expect(readPersonalNumber('21.03.05-50231').value).toBe('21030550231')
})

test('a number that fits no kind is kept as it was written', () => {
  expect(readPersonalNumber(' 210377xxxxx ')).toEqual({
    kind: 'unknown',
    value: '210377xxxxx',
    valid: false,
  })
})
