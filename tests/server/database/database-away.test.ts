import { expect, test } from 'vitest'
import { isDatabaseAway } from '#server/database/database-away.ts'

function coded(code: string): Error {
  return Object.assign(new Error('something'), { code })
}

test.each([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '53300',
  '08000',
  '08003',
  '08006',
  '08P01',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])('the code %s says that the database is away', (code) => {
  expect(isDatabaseAway(coded(code))).toBe(true)
  expect(isDatabaseAway(new Error('wrapped', { cause: coded(code) }))).toBe(true)
})

test.each([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
])('so does «%s», which has no code', (message) => {
  expect(isDatabaseAway(new Error(message))).toBe(true)
})

test.each(['23505', '42P01', '42501', '22P02', '40P01', 'XX000', 'ENOSPC', 'ERR_ASSERTION'])(
  'the code %s is a fault',
  (code) => {
    expect(isDatabaseAway(coded(code))).toBe(false)
  },
)

test('what is no error, and an error of our own, is a fault', () => {
  expect(isDatabaseAway('57P01')).toBe(false)
  expect(isDatabaseAway(new TypeError('connection is not a function'))).toBe(false)
})
