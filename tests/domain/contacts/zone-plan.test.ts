import { expect, test } from 'vitest'
import { nextMeeting, plansInForce, ZonePlan } from '#domain/contacts/zone-plan.ts'
import { Instant } from '#domain/time/instant.ts'
import { aZonePlanDraft } from '../../support/a-zone-plan.ts'

const at = (utc: string) => Instant.parse(`2026-11-23T${utc}.000Z`)

test('meetings are at the named time and every so often from it, both before and after', () => {
  const plan = aZonePlanDraft()

  // Norway is an hour ahead: 07:00 is 06:00 UTC.
  expect(nextMeeting(plan, at('01:41:20'))).toBe('2026-11-23T02:00:00.000Z')
  expect(nextMeeting(plan, at('06:00:00'))).toBe('2026-11-23T06:00:00.000Z')
  expect(nextMeeting(plan, at('06:01:00'))).toBe('2026-11-23T08:00:00.000Z')
  expect(nextMeeting(plan, at('22:30:00'))).toBe('2026-11-24T00:00:00.000Z')
  expect(nextMeeting(aZonePlanDraft({ meetings: null }), at('06:00:00'))).toBeNull()
})

test('a plan holds when the phone has heard nothing for as long as its zone has agreed on', () => {
  const hour = ZonePlan.parse({ ...aZonePlanDraft(), lastCheckedOn: null })
  const two = { ...hour, afterMinutes: 120 }

  expect(plansInForce([hour, two], 59)).toEqual([])
  expect(plansInForce([hour, two], 60)).toEqual([hour])
  expect(plansInForce([hour, two], Number.POSITIVE_INFINITY)).toEqual([hour, two])
})

function refuses(fields: object): boolean {
  return !ZonePlan.safeParse({ ...aZonePlanDraft(), lastCheckedOn: null, ...fields }).success
}

test('a plan says nothing in more lines, and waits neither minutes nor weeks', () => {
  expect(refuses({ meetingPlace: 'basen\nog skolen' })).toBe(true)
  expect(refuses({ meetingPlace: '' })).toBe(true)
  expect(refuses({ afterMinutes: 5 })).toBe(true)
  expect(refuses({ afterMinutes: 100_000 })).toBe(true)
  expect(refuses({ meetings: { at: '07:00', everyMinutes: 90 } })).toBe(true)
})
