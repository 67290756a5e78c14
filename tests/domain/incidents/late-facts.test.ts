import { expect, test } from 'vitest'
import { isLate } from '#domain/incidents/late-facts.ts'
import { aSaid, factId, minute } from '../../support/a-fact.ts'

const closing = aSaid(60)
const before = aSaid(30)

test('what was said, written and received before the closing was known, or could be', () => {
  expect(isLate(before, closing)).toBe(false)
})

test('later by the hybrid clock, by the corrected one, or at the server is late', () => {
  expect(isLate({ ...before, hlc: aSaid(90).hlc }, closing)).toBe(true)
  expect(isLate({ ...before, writtenAt: minute(90) }, closing)).toBe(true)
  expect(isLate({ ...before, receivedAt: minute(90) }, closing)).toBe(true)
  expect(isLate({ ...before, receivedAt: null }, closing)).toBe(true)
})

test('before the server has the closing, only the hybrid clock says which was later', () => {
  const own = { ...closing, receivedAt: null }

  expect(isLate({ ...before, writtenAt: minute(90) }, own)).toBe(false)
  expect(isLate({ ...before, hlc: aSaid(90).hlc }, own)).toBe(true)
})

test('whoever names the closing, or wrote it, knew of it', () => {
  const late = aSaid(90)

  expect(isLate({ ...late, replaces: [factId(60)] }, closing)).toBe(false)
  expect(isLate({ ...late, deviceId: closing.deviceId }, closing)).toBe(false)
})
