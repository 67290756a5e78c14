import { expect, test } from 'vitest'
import { Instant, plusMinutes } from '#domain/time/instant.ts'
import { judgeToken, type StoredSession } from '#server/accounts/session-token.ts'

const noon = Instant.parse('2026-11-23T11:00:00.000Z')
const aMonthAgo = plusMinutes(noon, -30 * 24 * 60)

function aSession(more: Partial<StoredSession> = {}): StoredSession {
  return {
    tokenHash: 'new',
    previousTokenHash: 'old',
    rotatedAt: noon,
    confirmedAt: noon,
    createdAt: noon,
    seenAt: noon,
    ...more,
  }
}

test.each([
  ['the newest token', aSession(), 'new', 0, 'current'],
  ['the newest token for the first time', aSession({ confirmedAt: null }), 'new', 0, 'confirmed'],
  ['the newest token after a quarter of an hour', aSession(), 'new', 15, 'due'],
  [
    'the one before, while the new one travels',
    aSession({ confirmedAt: null }),
    'old',
    0.5,
    'previous',
  ],
  ['the one before, when the new one was lost', aSession({ confirmedAt: null }), 'old', 5, 'due'],
  ['the one before, just after the new one came', aSession(), 'old', 0.5, 'previous'],
  ['the one before, long after the new one came', aSession(), 'old', 2, 'unusable'],
  ['a token that was never given out', aSession(), 'other', 0, 'unusable'],
  ['a session unused for 14 days', aSession(), 'new', 14 * 24 * 60, 'unusable'],
  ['a session of a month', aSession({ createdAt: aMonthAgo }), 'new', 0, 'unusable'],
])('%s', (_case, session, tokenHash, minutesLater, state) => {
  expect(judgeToken(session, tokenHash, plusMinutes(noon, minutesLater))).toBe(state)
})
