import { expect, test } from 'vitest'
import { isClockWrong } from '#app/page/services/wrong-clock.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { noon } from '../../../support/test-vault.ts'

const days = (count: number) => plusMinutes(noon, count * 24 * 60)

test.each([
  ['agrees with the server', 0, [days(-3)], false],
  ['is some minutes off', 4, [], false],
  ['is a day ahead of the server', 24 * 60, [], true],
  ['is a day behind the server', -24 * 60, [], true],
  ['was set back behind the last fetching, without network', null, [days(1)], true],
  ['has never been compared', null, [days(-30)], false],
])('a clock that %s', (_, clockAheadMinutes, fetchedAt, isWrong) => {
  expect(isClockWrong(noon, { clockAheadMinutes, fetchedAt })).toBe(isWrong)
})
